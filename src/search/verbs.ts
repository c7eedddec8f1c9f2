import type { Action } from '../../templates/rooms/core/src/runtime/search/action.js';

/** Verbs that stand in the names of operations, by what they do. */
const verbs: Readonly<Record<Action, string>> = {
  list: 'list,search,find,query,browse,enumerate,which,who,all,everybody,everything,' + 'every',
  get:
    'get,read,show,fetch,retrieve,view,display,describe,download,see,look,what,' +
    'when,where,why,is,are,has,have,did,does,inspect,check,info,lookup,status',
  create:
    'create,add,new,make,post,insert,register,upload,start,open,invite,send,submit,' +
    'write,put,attach,build,found,issue,publish,schedule,launch,plan,define,store,' +
    'save,begin,generate,request,grant,assign,subscribe,join,enroll,propose,draft,' +
    'report,share,install,run,give,let,allow,enable,teach,hand,pin,star',
  update:
    'update,change,edit,modify,rename,set,patch,replace,alter,fix,correct,move,' +
    'switch,adjust,amend,configure,mark,turn,reset,transfer,close,reopen,activate,' +
    'deactivate,archive,call',
  delete:
    'delete,remove,drop,destroy,erase,wipe,clear,purge,discard,revoke,detach,' +
    'unassign,uninstall,unlink,unsubscribe,unstar,unpin,unfollow,unblock,cancel,end,' +
    'throw,kick,forget,stop,disable,leave,expel,undo,withdraw,void,disconnect',
};

const actionsByVerb: ReadonlyMap<string, Action> = new Map(
  (Object.keys(verbs) as Action[]).flatMap((action) =>
    verbs[action].split(',').map((verb) => [verb, action] as const),
  ),
);

/** What a verb does, if that is one of the five actions. */
export function actionOfVerb(verb: string): Action | undefined {
  return actionsByVerb.get(verb);
}
