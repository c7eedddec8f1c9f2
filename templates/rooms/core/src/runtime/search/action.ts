import { placesOf } from './phrase.js';

/** What an operation does to its object. */
export type Action = 'list' | 'get' | 'create' | 'update' | 'delete';

/** How people say that they want it; the words of a phrase may stand apart. */
const sayings: Readonly<Record<Action, string>> = {
  list:
    'list,search,find,query,browse,enumerate,which,who,all,everybody,everything,' +
    'every,how many,overview,whose,whom,hunt,look for,search for',
  get:
    'get,read,show,fetch,retrieve,view,display,describe,download,see,look up,look,' +
    'what,when,where,why,how much,is,are,has,have,did,does,do,was,were,can,may,' +
    'tell me,give me,show me,inspect,check,info,lookup,status,how,pull up,bring up,' +
    'print,count,compare,verify,what is,what are,let me see,export,track,am,whether,' +
    'find out,get me,calculate,compute,estimate,preview,monitor,watch',
  create:
    'create,add,new,make,post,insert,register,upload,start,open,invite,send,submit,' +
    'write,put,set up,sign up,attach,build,found,issue,publish,schedule,launch,plan,' +
    'define,store,save,begin,generate,request,grant,assign,subscribe,join,enroll,' +
    'propose,draft,report,share,install,run,give,let,allow,enable,teach,hand,pin,' +
    'star,say,tell,announce,remind,book,order,buy,charge,pay,refund,reply,answer,' +
    'respond,react,comment,copy,fork,duplicate,clone,connect,link,hire,ask,notify,' +
    'warn,import,bring in,note,leave a comment,try,test,trigger,kick off,rerun,' +
    'repeat,retry,again,set off,collect,block,follow,bookmark,favourite,reserve,' +
    'print out,restart,spin up,expose,protect,confirm,approve,accept,finalize,capture,' +
    'verify,simulate,transfer,drop a line,put up,mute,ping,redeliver,resend,sync,' +
    'merge,dispatch,deploy,roll out,release,lock,top up,withdraw,move money',
  update:
    'update,change,edit,modify,rename,set,patch,replace,alter,fix,correct,move,' +
    'switch,adjust,amend,configure,mark,turn,put,reset,transfer,close,reopen,' +
    'activate,deactivate,archive,call,swap,scale,resize,extend,raise,lower,increase,' +
    'reduce,make,let,give,promote,demote,upgrade,downgrade,pause,resume,turn on,' +
    'turn off,switch on,switch off,assign,cap,limit,restrict,protect,hide,enable,' +
    'disable,merge,approve,reject,dismiss,lock,star,follow,block,pin,reword,rewrite,' +
    'insist,require,allow,add,grant,customize,bump,shrink,grow,tag,label,unarchive,' +
    'suspend,freeze,cancel,stop,point,snooze,mute,convert',
  delete:
    'delete,remove,drop,destroy,erase,wipe,clear,purge,discard,revoke,detach,' +
    'unassign,uninstall,unlink,unsubscribe,unstar,unpin,unfollow,unblock,unlock,' +
    'cancel,end,get rid of,throw away,throw out,throw,take away,take off,take down,' +
    'take back,take from,kick,kick out,forget,stop,disable,leave,no longer,any more,' +
    'anymore,expel,undo,withdraw,void,disconnect,fire,ban,evict,trash,bin,dump,' +
    'tear down,clean up,log out,sign out,abort,kill,turn off,lift,quit,strip,' +
    'dissolve,disband,shut down,get out,want out,scrap,nuke',
};

/** A phrase, and what it may ask for. */
interface Asking {
  readonly words: readonly string[];
  readonly actions: readonly Action[];
}

/** By their first words, the longest first. */
const askings: ReadonlyMap<string, readonly Asking[]> = (() => {
  const actions = new Map<string, Action[]>();
  for (const action of Object.keys(sayings) as Action[]) {
    for (const saying of sayings[action].split(',')) {
      actions.set(saying, [...(actions.get(saying) ?? []), action]);
    }
  }
  const found = new Map<string, Asking[]>();
  for (const [saying, meant] of actions) {
    const words = saying.split(' ');
    const first = words[0] ?? '';
    found.set(first, [...(found.get(first) ?? []), { words, actions: meant }]);
  }
  for (const each of found.values()) {
    each.sort((left, right) => right.words.length - left.words.length);
  }
  return found;
})();

/** What the first saying in a request asks for; several where it is ambiguous, none where nothing is said. */
export function actionsIn(words: readonly string[]): readonly Action[] {
  for (const [start, word] of words.entries()) {
    const asking = askings
      .get(word)
      ?.find((each) => placesOf(each.words, words, start) !== undefined);
    if (asking !== undefined) return asking.actions;
  }
  return [];
}
