import type { Activities, CallActivity, RefusalReason, Subject } from './activity.js';
import type { Call } from './call.js';
import { InputNeeded } from './protocol/input-needed.js';
import type { Around } from './room.js';

/** Does the work of a call, and tells what came of it. The call that `work` gets is told about the API's answers. */
export type Follow = <T extends object>(
  subject: Subject,
  call: Call,
  work: (call: Call) => Promise<T>,
) => Promise<T>;

/** Where nobody wants to know it costs nothing. */
export function createFollow(activities: Activities, around: Around | undefined): Follow {
  const follow: Follow = async (subject, call, work) => {
    if (!activities.isWatched()) return work(call);
    const begin = performance.now();
    let status: number | undefined;
    let reason: RefusalReason | undefined;
    let outcome: CallActivity['outcome'] = 'failed';
    const followed: Call = {
      ...call,
      answered: (code) => (status = code),
      refused: (why) => (reason = why),
    };
    try {
      const result = await work(followed);
      if (!('isError' in result && result.isError === true)) outcome = 'ok';
      return result;
    } catch (error) {
      if (error instanceof InputNeeded) outcome = 'asked';
      throw error;
    } finally {
      if (reason !== undefined) outcome = 'refused';
      else if (call.signal.aborted) outcome = 'cancelled';
      activities.tell({
        kind: 'call',
        subject,
        call,
        outcome,
        ms: performance.now() - begin,
        ...(reason !== undefined && { reason }),
        ...(status !== undefined && { status }),
      });
    }
  };
  if (around === undefined) return follow;
  return (subject, call, work) => around.call(subject, call, () => follow(subject, call, work));
}
