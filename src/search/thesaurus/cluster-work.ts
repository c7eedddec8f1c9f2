/** What is done in clusters of machines. Written as `readThesaurus` says. */
export const clusterWork = `
apis resources: which objects can i create, what kinds of things, what does this server understand
apiservice list: which extra apis, plugged in servers
certificatesigningrequest approval replace: let new machine in, let in, admit, trust
certificatesigningrequest create: ask for certificate, need certificate
certificatesigningrequest list: who asked for certificate, open certificate requests, requests for
  access
clusterrole create: define right everywhere, permission for everything, rights over machines
clusterrole list: which rights can be given everywhere, rights that exist
clusterrolebinding create: make admin of cluster, give full control
clusterrolebinding delete: no longer admin of cluster, take all power, dethrone
clusterrolebinding list: who is admin, who has power over everything
componentstatus list: is control plane healthy, is the brain well, is scheduler alive, cluster
  itself healthy
configmap create: store settings, put settings, keep settings
configmap delete: settings away, remove settings
configmap get: look at settings, what settings, read settings, which value is set
configmap list: which settings are stored, all settings
configmap patch replace: change setting, change log level, new value, switch feature
controllerrevision list: history of, what did it look like before
cronjob create: run every night, do each morning, regular cleaning, nightly backup, nightly report,
  plan regular, periodic cleanup
cronjob delete: no more nightly, end nightly, never again
cronjob list: scheduled things, what runs at night, timetables, which regular
cronjob patch: stop for now, pause nightly, other time, later at night, change timetable, different
  hour, not tonight
customresourcedefinition create: new sort of thing, our own sort, own resource, define own, invent
customresourcedefinition delete: kind no longer, unteach
customresourcedefinition list: which own kinds, extra kinds known, installed extensions
daemonset create: install agent, put agent on, run on each
daemonset delete: agent away, remove agent, no longer on every machine
daemonset list: what runs on every, agents on machines
daemonset patch: newer agent, update agent, new version of agent, upgrade log collector
deployment create: start web server, run nginx, three copies, start app, install program, put
  online, get running, launch app
deployment delete: take app down, app away, remove app, retire app, uninstall app, shut app for
  ever
deployment list: which apps, apps there are, what apps do we run, list of apps, everything
  deployed, all applications
deployment patch: undo last update, roll back app, stop rollout, continue rollout, other version of
  app, change environment, more memory for app, change command, change port
deployment patch replace: environment variable, new env, restart all copies, restart app, set
  memory, give app more memory, more cpu, pause rollout, other image
deployment scale get: how many copies, how many are wanted, number of copies
deployment scale patch replace: set to five, raise to, from two to, need more instances, handle
  more visitors, more traffic, stop without deleting, put to sleep, run only one, none at all, turn
  down
deployment status get: is new version live, has update gone through, all copies updated, did update
  work, rollout stuck
endpoints get: who is behind, is anyone behind, does anything answer, where does traffic end
event list: why not starting, what went wrong, recent warnings, news
event namespace list: what happened in team, news of team, problems in team
horizontalpodautoscaler create: adapt number, adjust copies, add copies when, grow when busy
horizontalpodautoscaler delete: no longer automatically, fixed number again, stop growing
horizontalpodautoscaler get: how far may grow, current load
horizontalpodautoscaler patch: at most ten, raise maximum, allow up to, between
ingress create: publish app on, make available under, connect domain, give web address
ingress delete: no longer public, take off internet, from internet no longer, close to outside
ingress list: web addresses, which addresses from outside, which domains
ingress patch replace: other domain, add path, redirect domain, turn on https, change web address,
  certificate for domain
job create: start calculation, run migration, start import, execute once, kick off one
job delete: clean up finished, remove finished, old jobs
job list: which calculations, one off tasks, batch runs, finished tasks, what ran once
job status: did calculation finish, has import succeeded, is job done, result of job, did it
  succeed
lease get: who holds lock, who is active, who is leader
limitrange create: no container bigger than, size limits of containers, sensible defaults
mutatingwebhookconfiguration delete: no longer change, stop altering
namespace create: new team starts, separate area, room for new team, new environment
namespace delete: team is dissolved, everything of team away, clear area, project over
namespace list: which teams, which areas, areas there are, how is cluster divided
namespace patch: label area, mark area
namespace status: is area going away
networkpolicy create: only frontend may, nobody may, shut off, forbid traffic
networkpolicy delete: lift block, let traffic again, open network again
networkpolicy list: which traffic is allowed, who may talk to whom
node delete: machine is gone, take machine out, machine scrapped, remove machine
node get: how much memory has machine, about machine, details of machine
node list: how many machines, which machines, all machines, size of cluster
node patch: mark machine, no new work, keep apps off, close machine for
node proxy: machine statistics, metrics of machine
node status: is machine short of memory, machine full, machine pressure, why is machine not ready,
  sick machine, which machines are sick
persistentvolume create: offer disk, make disk available, add network drive, provide storage
persistentvolume delete: disk away, get rid of disk, give back disk
persistentvolume list: which storage is there, free disks, unused disks
persistentvolume patch: keep data when released, keep data
persistentvolumeclaim create: needs gigabytes, place for files, keep files after restart, survive
  restart, data must survive, lasting storage, permanent
persistentvolumeclaim delete: give disk back, release disk, disk no longer needed
persistentvolumeclaim get: how big is disk, is disk there, has disk been granted
persistentvolumeclaim list: who uses disks, claimed, which app has disk
persistentvolumeclaim patch: bigger disk, disk full, enlarge, running out of space, more gigabytes
pod binding: place by hand, force onto machine
pod collection delete: kill all, all failed, all crashed, sweep up, remove everything that failed,
  clean out
pod create: start single program, start one container, quick container, throw away container
pod delete: restart app instance, kill, get rid of crashed, throw stuck, fresh start, terminate
pod ephemeralcontainers patch: bring tools into, debug running, inspect without restart, extra
  tools in running
pod eviction create: push off the machine, move to another machine, free the machine, empty
  machine, clear machine for repair
pod get: why does it not start, what image does it use, on which machine does it run, details of
  running, which version runs
pod list: crashing, misbehaving, which copies, what is alive, everything alive
pod list all: everything that runs, across all teams, whole cluster running, in every namespace,
  what is alive everywhere
pod log previous: before the crash, last crash, printed before crash, error messages, trace, print
  out
pod status: why is waiting, not ready, in trouble, restarts, how often restarted
poddisruptionbudget create: do not take all down, survive upgrade, while nodes are upgraded, keep
  two running
priorityclass create: define importance, level of importance
priorityclass list: which importance, levels of importance
replicaset list: previous versions of app, earlier versions, which versions were rolled out
resourcequota create: limit team, team may use at most, cap what team
resourcequota get: how much left, what is allowed for team, limits of team
resourcequota patch: give team more, raise team limit, more room for team
resourcequota status: how much has team used, used up, team still have left
role create: define who may, developers may only read, allow reading
role get: what does role allow, what may role
role list: which roles, which permission bundles
role patch: also allow, extend rights, more rights for role, widen
rolebinding create: let person, give person, grant person, new colleague may
rolebinding delete: person no longer may, take rights, revoke rights, left team
rolebinding list: who may, who can do what, who has rights
rolebinding patch: add person to, one more person may
runtimeclass list: which sandboxes
secret create: store password, keep password, put password
secret delete: throw password, password away, forget password
secret get: read password, look up password, what is the password
secret list: passwords stored, which passwords, known passwords
secret patch replace: change password, new password, rotate password, password changed, renewed
  password
selfsubjectaccessreview create: do i have the right, am i permitted, could i delete, would i be
  able, may i delete
service create: make reachable for others, give address to, expose to other apps
service delete: internal address away, no longer reachable inside
service list: internal addresses, which addresses, names inside
service patch replace: other port, point to other app, switch traffic, send traffic to new
serviceaccount create: new robot, pipeline needs identity, identity for build
serviceaccount delete: robot away, pipeline identity away
serviceaccount list: which robots, identities of programs, technical users
serviceaccount token create: issue token, let robot log in, give pipeline token, token that expires
statefulset create: start database, run database, set up database
statefulset delete: remove database, database away
statefulset patch: newer database version, upgrade database, update database
storageclass create: new kind of disk, offer fast disks
storageclass patch: make default disk
subjectaccessreview create: would robot be allowed, can pipeline, may someone, is somebody allowed,
  does bob have right
validatingwebhookconfiguration list: who checks, which checks, which services are asked
version get: how old is cluster, do we run latest, which release is cluster, cluster software
volumeattachment list: which disk is where, disks connected to machines
`;
