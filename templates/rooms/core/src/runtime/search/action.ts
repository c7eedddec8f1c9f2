/** What an operation does to its object. */
export type Action = 'list' | 'get' | 'create' | 'update' | 'delete';

/** Verbs and how people say them; of phrases the words stand side by side. */
const sayings: Readonly<Record<Action, string>> = {
  list: 'list,search,find,query,browse,enumerate,which,who,all,everybody,everything,every,how many',
  get:
    'get,read,show,fetch,retrieve,view,display,describe,download,see,look up,look,what,when,where,why,how much,' +
    'is,are,has,have,did,does,tell me,give me,inspect,check,info,lookup,status',
  create:
    'create,add,new,make,post,insert,register,upload,start,open,invite,send,submit,write,put,set up,sign up,' +
    'attach,build,found,issue,publish,schedule,launch,plan,define,store,save,begin,generate,request,grant,' +
    'assign,subscribe,join,enroll,propose,draft,report,share,install,run,give,let,allow,enable,teach,hand,pin,star',
  update:
    'update,change,edit,modify,rename,set,patch,replace,alter,fix,correct,move,switch,adjust,amend,configure,' +
    'mark,turn,put,reset,transfer,close,reopen,activate,deactivate,archive,call',
  delete:
    'delete,remove,drop,destroy,erase,wipe,clear,purge,discard,revoke,detach,unassign,uninstall,unlink,' +
    'unsubscribe,unstar,unpin,unfollow,unblock,cancel,end,get rid of,throw away,throw out,throw,take away,' +
    'take off,take back,kick,kick out,forget,stop,disable,leave,no longer,expel,undo,withdraw,void,disconnect',
};

const actionsBySaying: ReadonlyMap<string, readonly Action[]> = (() => {
  const found = new Map<string, Action[]>();
  for (const action of Object.keys(sayings) as Action[]) {
    for (const saying of sayings[action].split(',')) {
      found.set(saying, [...(found.get(saying) ?? []), action]);
    }
  }
  return found;
})();

/** The actions that a single verb stands for. */
export function actionsOfVerb(verb: string): readonly Action[] {
  return actionsBySaying.get(verb) ?? [];
}

/** Words of the first phrase or verb in a request that say what is to be done, with what they stand for. */
export interface Saying {
  readonly words: readonly string[];
  readonly actions: readonly Action[];
}

/** The first saying in a request; the longest of those that start at the same word. */
export function firstSaying(words: readonly string[]): Saying | undefined {
  for (let start = 0; start < words.length; start += 1) {
    for (let length = 3; length > 0; length -= 1) {
      const said = words.slice(start, start + length);
      const actions = actionsBySaying.get(said.join(' ')) ?? [];
      if (actions.length > 0) return { words: said, actions };
    }
  }
  return undefined;
}
