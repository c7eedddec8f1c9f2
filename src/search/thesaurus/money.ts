/** Money, goods and accounts. Written as `readThesaurus` says. */
export const money = `
accept quote: accept offer, said yes to offer, agree offer, took offer, offer accepted
account connect: connected account, seller account, merchant, marketplace seller, partner account,
  sub account, seller, vendor, merchants on platform, people who sell on platform, onboard
account ledger journal: bookkeeping, ledger, books, accounting
account link: onboarding, onboarding link, seller sign up, fill in details, link for seller,
  complete registration, finish sign up, let seller enter
apple pay domain: apple pay, wallet domain, google pay domain
application fee: commission, fee, our share, platform fee, our cut, what we earn, percentage we
  take, cut, our commission
attach payment method: save card to, attach card, connect card, link card, add card, store card for
authorization hold: authorize, authorise, hold, reserve, block amount, preauthorize, pre authorize,
  put aside, held
balance: balance, how much money, funds, available money, money do we have, our money, account
  level, what have we got, how much have we
balance transaction: money movement, movement, ledger, entry, in and out, account statement,
  transaction, cash flow, what went in and out, bank statement, all transactions, everything that
  moved
bank account: bank account, iban, account number, bank details, where money goes, bank, sepa,
  checking account
billing portal session: self service, customer portal, manage own subscription, customer can
  manage, change card themselves, manage themselves, own billing page, portal, let customers update
budget: budget, spending limit, allowance
cancel payout: stop payout, cancel withdrawal, call back payout
cancel subscription: end subscription, stop subscription, terminate contract, quit plan,
  unsubscribe, stop billing, does not want anymore, cancel plan, cancel membership, stop charging
capability: capability, may accept cards, feature of account, what account may do, enable payments,
  allowed to
capture: capture, collect reserved, take reserved, collect held, finalize payment, take held money,
  held amount, actually take, collect the hold, actually charge, reserved
card: card, credit card, debit card, plastic, visa, mastercard, plastic card
cardholder: cardholder, card holder, person with card, card user, who has card, employee gets card,
  card owner
cart basket: cart, basket, shopping list, trolley
cash balance: cash balance, bank transfer money, money on account, prepaid, funds held for customer
checkout session: checkout, payment page, hosted page, page to pay, cart, shopping basket, pay on
  page, buy page, till, hosted checkout, where customer can pay, buying process
confirm: confirm, go through with, finalize, complete, make definite, proceed, definitely, finish
connection token: connect to reader, pair reader, reader connection
country spec: country, supported in country, countries supported, requirements per country, which
  countries
coupon: coupon, discount, percent off, voucher, rebate, price cut, reduction, deal, sale, special
  offer, money off, off for
credit note: credit note, reduce bill, correct bill, lower bill, adjust invoice, credit for
  invoice, bill too high, partly cancel bill, correction of bill
customer: customer, client, buyer, shopper, payer
customer balance transaction: store credit, customer credit, credit balance, credit customer, give
  credit, account credit, owed to customer, goodwill
default payment: default card, main card, preferred card, standard card
detach payment method: remove card, delete card, forget card, unlink card, take card off
discount: discount, rebate, reduction, price cut, cheaper, percent off, special price
display reader: show on reader, screen of reader, display cart, show basket, show items
dispute: dispute, chargeback, complaint at bank, contested, claims fraud, customer complained, bank
  dispute, went to bank, contest, fight, challenge, disagree with charge, did not recognise,
  customer says never bought, claim
donation: donation, donate, charity, give money
early fraud warning: fraud warning, bank warned, early warning, suspected fraud, warning from bank
ephemeral key: temporary key, mobile app key, short lived key
event: event, what happened, happened, notification of, occurrence, everything happened
evidence: evidence, proof, documents for dispute, supporting documents, prove delivered, receipts
exchange rate: exchange rate, convert currency, currency, dollars in euros, foreign money, how many
  euros, conversion
expense: expense, expenditure, spending, costs, outlay, reimbursement
expire session: expire, close payment page, no longer payable, end early, invalidate, run out, stop
  being valid
external account: payout account, seller bank, where payouts go, bank of seller
file: file, document, upload, scan, picture of, attachment, pdf, photo
file link: file link, share file, public link to file, temporary link, download link
finalize invoice: finalize, finish bill, issue bill, lock invoice, make bill final, close draft
financial connections: link bank, connected bank, bank login, bank data, account owner, look into
  bank account
fraud radar: fraud, scam, scammer, suspicious, crook, thief, stolen card, risk, cheat, fishy, shady
gift card: gift card, voucher, gift certificate
identity verification session: identity check, verify identity, id check, passport check, check
  passport, selfie check, prove identity, kyc, real person, age check
inbound transfer: pull money, collect from bank, bring money in, transfer in, fetch money from bank
increment authorization: raise reserved, increase hold, hold more, larger hold, raise amount
inventory stock: stock, inventory, in store, left, warehouse amount, how many left, supply, sold
  out, available
invoice: invoice, bill, billing document, statement, what customer owes, amount due, open bill,
  outstanding bill
invoice line item: bill line, position, line, item on bill, row on bill, what is on bill, single
  entries
invoiceitem: extra charge, additional item, add to next bill, one off charge, pending item, extra
  on next bill, setup fee, surcharge, add to bill, extra cost
issuing authorization: card attempt, purchase attempt, attempted purchase, pending purchase, card
  was used, card spend request, tried to pay
issuing card: company card, employee card, staff card, virtual card, corporate card, issue card,
  expense card, new card, spending card, own cards, physical card, plastic, cards we gave
issuing transaction: card spending, card purchases, bought with card, spent with card, what
  employee spent, card expenses
loan credit: loan, lend, borrow, mortgage
login link: dashboard link, seller login, express dashboard, let seller see, seller dashboard, log
  seller in
loyalty reward points: loyalty, reward, points, bonus
mandate: mandate, direct debit permission, permission to debit, sepa mandate, authorisation to
  debit
microdeposit verify: micro deposit, small deposits, cents on account, tiny amounts, verify bank
  account, two small amounts
order: order, purchase, bought, ordered, buy, acquire
outbound payment: pay supplier, send payment, pay out to third party, pay someone, pay a bill, pay
  vendor
outbound transfer: move money out, send to own bank, transfer out
pause: pause, put on hold, halt, freeze, skip, suspend, take a break, hold off, rest
pay invoice: pay bill, settle bill, settle, collect bill, paid outside, pay invoice, charge now,
  pay off
payment charge: payment, charge, pay, paid, money in, collect money, take money, card payment,
  transaction, purchase, debit, bill card, someone paid, take payment, amount paid, collected, got
  paid, single payment, one time payment, money came in, sale, incoming money
payment intent: payment, collect, start payment, take money, buy, prepare payment, begin payment,
  ask to pay, charge customer, collect money from, get paid
payment link: payment link, link to pay, shareable link, pay link, link customers can pay, reusable
  link, link to buy
payment method: payment method, way to pay, card, stored card, saved card, bank card, credit card,
  debit card, card on file, how they pay, card details, cards saved, means of payment
payout: payout, withdrawal, pay out, money to bank, money to our bank, cash out, transfer to bank,
  withdraw, get money on our account, send earnings, money arrives, our earnings
plan: plan, tier, package, subscription level, monthly offer
portfolio position: portfolio, holdings, investments, what i own
price: price, cost, how much costs, amount, rate, monthly price, how expensive, fee for, tariff,
  more expensive, cheaper, charge for
process payment reader: pay at reader, payment on device, send to card machine, charge in person,
  take payment in shop
product: product, goods, article, item we sell, thing we sell, merchandise, ware, offering, what we
  sell, sell, catalogue, new thing to sell, range
promotion code: promo code, promotion code, discount code, voucher code, code customers type, code
  for discount, code at checkout, code word
quote: quote, offer, estimate, proposal, cost estimate, quotation, price offer, bid
receipt: receipt, proof of payment, slip
received credit: received money, money arrived, incoming transfer, money received
received debit: money taken, pulled from us, debited, someone took money
refund: refund, money back, give back, pay back, reimburse, return money, return payment, send
  money back, repay, undo payment, get money back, reimbursement, undo charge, returned goods,
  overcharged
report run: report, financial report, generate report, summary for accountant, export numbers,
  accounting report, figures, bookkeeping
resume: resume, continue, unpause, go on, restart, pick up again, carry on, reactivate, take up
  again
return: return, send back, bring back, give back
revenue income: revenue, income, earnings, turnover, sales, takings, how much did we make, made
  money
reversal: reverse, reversal, undo transfer, take back transfer, get money back from seller, claw
  back, take back, pull back
review approve: suspicious payment, manual review, payments to look at, held for checking, payments
  waiting for check
salary payroll: salary, wage, payroll, pay cheque, paycheck, pay slip
scheduled query sigma: sql query, sql report, data query, regular query
send invoice: send bill, mail bill, email invoice, deliver invoice, send by mail, mail to customer
setup intent: save card, store card, save for later, card for later, save payment details, remember
  card, keep card on file, without charging, card on file, set up card
shipment delivery parcel: shipment, parcel, package, delivery, send goods, post, where is my
  package, shipped
shipping rate: shipping, delivery cost, postage, shipping cost, delivery price, freight, delivery
  charge, shipping price, express delivery
source: source, old payment method
spending limit controls: spending limit, limit on card, cap spending, how much card can spend
statement: statement, overview of account, bank statement
stock quote: share price, stock price, shares, market price, ticker
subscription: subscription, recurring, membership, contract, monthly plan, plan, monthly payment,
  abo, subscribe, signed up, every month, per month, yearly plan, memberships, subscriber, standing
  order, renewal
subscription item: plan item, seat count, part of subscription, number of seats, quantity, line of
  subscription
subscription schedule: future plan change, plan change later, upgrade later, scheduled plan, price
  change later, phases, from next month, starting next
tax calculation: calculate tax, how much tax, tax due, compute tax, work out tax, tax for order
tax id: tax number, vat number, vat id, tax id, business tax, company tax
tax rate: tax, vat, sales tax, tax rate, percentage tax, gst, tax percentage
tax registration: registered for tax, tax registration, collect tax in
tax settings: tax settings, tax configuration, head office
terminal location: shop, store, branch, store location, outlet, premises, where readers are
terminal reader: card reader, card machine, terminal, pos, point of sale, checkout counter, reader
  device, till, cash register, payment device, machine in shop, device in store
test clock: time travel, simulate time, pretend time, fast forward, test clock, simulated, time
  machine, jump ahead in time, advance time
topup: top up, add funds, fill up, load money, put money in, deposit, add money, refill, put in
  balance
tracking: tracking, track, where is, trace, follow parcel
trade: trade, buy shares, sell shares, deal
transfer: transfer, send money, move money, move funds, pay seller, pass on money, give share,
  wire, split, share with partner, forward money
treasury financial account: treasury, banking account, money account, financial account, account
  for business, hold money
trial: trial, free period, try for free, test period
uncollectible invoice mark: uncollectible, bad debt, write off, never pay, never get money, give up
  on bill, unpaid forever, will never pay
upcoming invoice preview: next bill, next invoice, preview, what will be charged, upcoming bill,
  what will cost, how much next month, next charge
usage record meter: usage, metered, consumption, report usage, used units, how much used, count
  usage, units consumed, api calls used, used this month
value list: block list, blocklist, allow list, list of bad cards, list of blocked, deny list,
  blacklist, list of emails, list of ip
void invoice: void, cancel bill, annul, invalidate bill, wrong bill, bill was mistake, make
  worthless, nullify, sent by mistake
wallet: wallet, purse, crypto, coins
warehouse fulfillment: warehouse, depot, storehouse, pack and ship
webhook endpoint: webhook, call our url, notify our server, tell us when, callback url, inform us,
  let us know, ping our server
`;
