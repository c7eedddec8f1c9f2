/** What payment services are asked for. Written as `readThesaurus` says. */
export const payments = `
account links: seller fill in, seller details link, onboarding page, finish registration, link for
  seller
accounts capabilities: may seller accept, enable cards for seller, what may seller, payment types
  for seller
accounts create: new seller, onboard seller, sign up merchant, register shop, new merchant, seller
  joins
accounts delete: remove seller, seller leaves, seller goes, close seller
accounts external: seller bank, bank of seller, where seller gets paid, payout destination
accounts login links: seller dashboard, let seller log in, seller look in
accounts persons: owners of company, directors of, people behind, who stands behind,
  representatives, shareholder, people behind seller
accounts reject: refuse seller, bad seller, suspicious seller, fraud seller, throw seller out
accounts update: change seller, seller details, seller settings
apple pay domains: wallet on site, apple pay on site, apple pay, our domain wallet, pay by phone
application fees: our commission, what we earned, our cut, platform earnings, share we keep, our
  percentage
application fees refunds: give commission back, return our cut, commission back
balance: how much money, on account, available to us, what do we have, our money, how rich, in our
  account
balance transactions: movements, every movement, fees taken, came in and out, in and out,
  accounting entries, money flow, all money, statement
billing portal configurations: what may customers change, allow customers to, self service settings
billing portal sessions: manage own, manage their own, on their own, self service, change own card,
  see own bills, without calling us, own plan
charges: payments, card payments, who paid, money we took, incoming payments, what was paid, sales
  of today, takings, single payment, past payments
checkout sessions: page to pay, payment page, pay page, send customer to pay, web page for paying,
  hosted page, where buyer pays, buy page, ready made page, shopping cart pay
checkout sessions expire: page no longer, close page, invalidate page, stop page
checkout sessions line items: what is in basket, what was bought, basket content, ordered items,
  bought items
country specs: which countries, in japan, supported countries, in country, currencies in country,
  requirements in country
coupons: percent off, discount, voucher, rebate, special offer, money off, black friday, summer
  sale, sale, price reduction, dollars off
credit notes: lower bill, reduce bill, correct bill, bill too high, after the fact, partly forgive,
  already sent bill
customers balance transactions: credit for next bill, give credit, goodwill, store credit, credit
  on account, owe customer, credit customer
customers create: new customer, register buyer, sign up buyer, enter client, new client
customers delete: forget customer, erase customer, right to be forgotten, gdpr, delete data of
customers discount delete: discount away, no longer discount, end discount, remove rebate, discount
  removed
customers payment methods: cards of customer, which cards has, saved cards, how can customer pay,
  ways to pay of, stored cards
customers search: find customer, look up buyer, who is customer, customer with mail, find buyer
customers tax ids: vat number, tax number of, business number, company number
customers update: new address of, moved house, customer moved, change mail of customer, new email,
  update details of buyer, correct customer
disputes: bank complaints, complaints, contested payments, claims never bought, objected, went to
  bank, charged back, complain to bank, contested
disputes close: give in, accept complaint, accept loss, concede, not fight, let them win
disputes update: answer complaint, defend, send proof, prove, evidence, fight back, argue, dispute
  proof, object
ephemeral keys: key for app, key for phone, short key, phone app key
events: what happened, recent happenings, everything that happened, history of account, why did
  hook fire
exchange rates: dollars in euros, how many euros, conversion, convert, yen, foreign currency
file links: share file, link to file, public file, let others download
files: upload scan, scan, photo of document, send document, proof file, picture of passport
financial connections accounts: linked bank, bank connected, look at bank, customer bank accounts
financial connections accounts disconnect: unlink bank, bank no longer, disconnect bank, stop
  looking at bank
financial connections accounts owners: who owns bank account, whose bank account, account holder
financial connections accounts refresh: fresh figures, newest bank figures, refresh bank
identity verification sessions: real person, who they say, check passport, id check, prove who,
  check identity, person genuine, over eighteen, adult
identity verification sessions redact: forget passport, erase id data, delete identity data,
  passport data away
invoiceitems: put on next bill, add to bill, one time fee, extra fee, set up fee, add line, extra
  work, add on next bill, additional cost
invoices: bills, unpaid bills, open bills, all bills, what do customers owe, overdue, due bills,
  who owes, outstanding, owe us
invoices create: write bill, make bill, bill customer, prepare bill, bill for work
invoices finalize: finish bill, bill ready, close bill draft, make final, fix bill
invoices lines: what is on bill, positions on bill, entries of bill, items on bill
invoices mark uncollectible: never pay, lost cause, write off, bankrupt, give up, no hope, will not
  pay
invoices pay: collect bill, try bill again, charge bill, pay bill, settle bill, bill paid, take
  money for bill, paid in cash, bank transfer paid
invoices search: find bill, look for bill
invoices send: mail bill, send bill, email bill, bill by mail
invoices upcoming: next bill, what will be charged, how much next, coming bill, preview bill, bill
  look like
invoices void: bill wrong, cancel bill, bill by mistake, invalid bill, wrongly sent
issuing authorizations: attempts with card, try to spend, waiting purchases, purchases waiting,
  purchase on hold, tried to buy, card use
issuing authorizations approve: let purchase through, allow purchase, purchase ok, say yes to
  purchase
issuing authorizations decline: refuse purchase, stop purchase, say no to purchase, purchase not
  allowed
issuing cardholders: employee with card, who has cards, card owner, person gets card, staff with
  cards, new card owner
issuing cards create: new card for employee, card for employee, hand out card, virtual card, print
  card, company card, staff card
issuing cards update: freeze card, lost card, stolen card, block card, card limit, spending limit,
  deactivate card, limit card, stop card
issuing disputes: complain about purchase, did not buy this, purchase wrong, shop cheated
issuing transactions: spent on cards, bought with company card, card spending, what employees
  spent, expenses on card
mandates: permission to debit, may we debit, direct debit, debit permission
payment intents: collect money, take payment, begin payment, start purchase, dollars from, euros
  from, ask for money, charge dollars, get money from, take dollars, take euros, bill dollars
payment intents cancel: stop payment, abandon payment, does not want to pay, call off payment, drop
  payment, changed mind
payment intents capture: take reserved, collect deposit, take the hold, reserved money, held money,
  deposit now, actually take
payment intents confirm: go ahead with payment, carry out payment, do payment, complete payment
payment intents increment authorization: reserve more, hold more, larger deposit, raise deposit,
  raise hold
payment links: link to pay, share on twitter, link to buy, link anybody can, reusable link, link
  for paying, link in mail, paying link, buying link
payment links update: turn link off, deactivate link, link no longer
payment methods attach: save card, remember card, store card, add card to buyer
payment methods detach: forget card, take card away, drop card, remove saved card, unsave
payment methods update: new expiry, card expiry, expired card, card renewed, new expiry date
payouts: to our bank, money to bank, on our bank account, when do we get, arrive at bank, paid to
  us, send us money, earnings out, withdraw, when arrives
payouts cancel: stop withdrawal, stop money to bank, payout stop
payouts reverse: get payout back, money back from bank
plans: subscription levels, tiers, monthly offers, packages, kinds of membership
prices: cost per month, how much is, new price, set price, cheaper, dearer, raise price, price of,
  monthly price, costs, price list, per month, per year
products: what we sell, goods, things on sale, range, article, assortment, new product, sell a new,
  offer in shop, catalogue
products update: no longer sold, stop selling, discontinue, change description of, take off sale,
  rename product, out of range
promotion codes: code to type, word to type, code for friends, summer code, code at checkout,
  discount word, code
quotes: offer, make offer, price offer, cost estimate, tender, bid, proposal for customer
quotes accept: customer said yes, took offer, agreed to offer, accepts offer, yes to offer
quotes cancel: withdraw offer, take back offer, offer no longer
quotes finalize: make offer final, offer ready, finish offer
quotes pdf: offer as document, print offer, offer on paper, offer as pdf
radar early fraud warnings: bank warns, warned, stolen card warning, likely stolen
radar value list items: add to block list, block mail, block card, block ip, unwanted customer,
  known crook, mail on list, entry on list, put on list
radar value lists: block list, list of crooks, black list, lists, trusted customers
refunds: give money back, money back, back to customer, sent back goods, unhappy customer, return
  dollars, pay back, half back, part of money back, reimburse, faulty, broken goods, refunded
refunds cancel: stop refund, call back refund, refund by mistake
reporting report runs: numbers for accountant, monthly figures, report for, bookkeeping, export
  figures, make report, figures for tax, balance report
reviews: look strange, look fishy, suspicious payments, waiting for look, to be looked at by
  person, held for look
reviews approve: payment is fine, looks ok, suspicious payment ok, let suspicious through, not a
  fraud, release held
setup intents: without charging, save for later, no charge yet, card for later, remember card for
  later, prepare card, card without payment
shipping rates: delivery cost, postage, shipping cost, express, delivery fee, shipping options,
  ways to ship
sources: old style payment
subscription items: add product to plan, extra seats, one more seat, additional seat, part of plan,
  number of seats
subscription schedules: later change, starting january, from january, future plan, planned change,
  price rises later, phases of plan, next year plan
subscription schedules release: leave plan schedule, stop planned change
subscriptions cancel delete: end plan, stop plan, quits, leaves, no longer subscribed, end
  membership, terminate membership, unsubscribe, wants out, cancel abo, resign
subscriptions create: sign up, subscribe, monthly plan, put on plan, start plan, recurring payment,
  begin membership, gets monthly, new subscriber, start membership, every month charge
subscriptions list: who is subscribed, active subscribers, all members, current plans, who pays
  monthly, members, abonnements
subscriptions resume: restart plan, back from pause, continue plan, pause over
subscriptions update: upgrade, downgrade, switch plan, change plan, bigger plan, smaller plan, more
  seats, pause collecting, other plan, move to plan, yearly instead, change billing day, stop at
  end of month
tax calculations: how much tax, tax on order, work out tax, tax for
tax rates: vat, tax percent, sales tax, percent tax, new tax, set tax, tax changed
tax registrations: registered for tax, pay tax in, tax in country
terminal locations: new shop, branch, store opened, our stores, shop address, outlets
terminal readers: card machines, devices at counter, card device, machine at till, till devices,
  register machine, pay device
terminal readers cancel action: stop machine, clear machine, interrupt machine, machine back
terminal readers process payment: pay at counter, card at counter, customer in shop, take payment
  at till, in person, send amount to machine
terminal readers set display: show on machine, on screen, cart on device, show total
test clocks: simulate, time travel, a month has passed, jump in time, fast forward, pretend, time
  machine, skip a month, next month already
tokens: card data safely, replace card number
topups: money on our account, fill balance, add money, put money in, balance too low, load balance,
  fund ourselves
transfers: pay seller, send seller, give seller, share to partner, move to seller, money for
  seller, pass to partner, seller gets, pay our partners
transfers reversals: back from seller, take back from partner, wrong seller, seller money back,
  seller paid too much
treasury financial accounts: money account, banking account, virtual account, place for money
treasury outbound payments: pay supplier, pay electrician, pay a vendor, send to supplier, pay
  somebody, wire money
treasury transactions: movements on account, in and out of account
usage records: used this month, units used, report consumption, kilowatt hours, count calls,
  metered, minutes used, consumption, number of calls
webhook endpoints: call our server, tell us when paid, inform our shop, our url, notify when, our
  server should know, let our shop know, call us, callback
`;
