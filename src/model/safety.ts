import type { Report } from '../diagnostics.js';
import type { Directive } from './directive.js';
import type { ToolAnnotations } from './model.js';
import { textField } from './node.js';
import type { Operation } from './operation.js';
import { splitWords } from './naming/words.js';

/** Verbs that change something wherever a name or a summary starts with them. */
const writeVerbs = new Set(
  `abort accept activate add advertise allocate append apply approve archive assign associate attach
  authorize ban block cancel clear confirm create deactivate deallocate delete deprovision
  deregister destroy detach disable disassociate dismiss drop edit enable erase expire failover
  grant initiate insert install invalidate invite invoke kill lock logout merge migrate modify
  move mute pause promote provision publish purge reboot rebuild regenerate register reject remove
  rename replace reset restart restore resume retry revoke rollback rotate save send shutdown start stop
  subscribe suspend swap terminate transfer trigger unassign unban unblock undelete uninstall unlink
  unlock unmonitor unpublish unsubscribe untag update upload upsert wipe withdraw write`.split(
    /\s+/,
  ),
);

/** Verbs that are nouns as often: they count where a name is known to be that of an action. */
const actionVerbs = new Set(
  `bundle change complete copy execute export generate import monitor post purchase put record release report request run
  schedule set submit sync tag`.split(/\s+/),
);

const anyVerb = new Set([...writeVerbs, ...actionVerbs]);

/** Verbs that destroy what is there, whatever the method. */
const destructiveVerbs = new Set(
  `abort ban cancel clear deactivate deallocate delete deprovision deregister destroy detach disable
  disassociate drop erase expire invalidate kill purge reject remove replace reset revoke rollback
  shutdown stop suspend terminate uninstall unlink unpublish unsubscribe wipe`.split(/\s+/),
);

/** What an operation does to the API behind it; every hint is decided here. */
export function judgeSafety(
  operation: Operation,
  directive: Directive,
  report: Report,
): ToolAnnotations {
  const judged = judgeMethod(operation, directive, report);
  const readOnly = directive.readOnly ?? judged.readOnly;
  const changed = readOnly !== judged.readOnly;
  return {
    readOnlyHint: readOnly,
    destructiveHint: directive.destructive ?? (changed ? !readOnly : judged.destructive),
    idempotentHint: directive.idempotent ?? (changed ? readOnly : judged.idempotent),
    openWorldHint: true,
  };
}

interface Judgement {
  readonly readOnly: boolean;
  readonly destructive: boolean;
  readonly idempotent: boolean;
}

function judgeMethod(operation: Operation, directive: Directive, report: Report): Judgement {
  switch (operation.method) {
    case 'GET':
    case 'HEAD': {
      const verb = leadingVerbs(operation).find(([word, verbs]) => verbs.has(word))?.[0];
      if (verb === undefined) return { readOnly: true, destructive: false, idempotent: true };
      if (directive.readOnly === undefined) reportWriting(operation, verb, report);
      return { readOnly: false, destructive: true, idempotent: false };
    }
    case 'OPTIONS':
    case 'TRACE':
      return { readOnly: true, destructive: false, idempotent: true };
    case 'PUT':
    case 'DELETE':
      return { readOnly: false, destructive: true, idempotent: true };
    case 'PATCH':
      return { readOnly: false, destructive: true, idempotent: false };
    case 'POST': {
      const words = [...leadingVerbs(operation).map(([word]) => word), ...actionWords(operation)];
      const destructive = words.some((word) => destructiveVerbs.has(word));
      return { readOnly: false, destructive, idempotent: false };
    }
  }
}

/** The first words of what names the operation, each with the verbs that mean a change there. */
function leadingVerbs(operation: Operation): readonly (readonly [string, ReadonlySet<string>])[] {
  const identifier = actionOfIdentifier(operation.operationId ?? '');
  return [
    [splitWords(actionName(operation))[0] ?? '', anyVerb],
    [splitWords(identifier)[0] ?? '', writeVerbs],
    [imperative(textField(operation.node, 'summary') ?? ''), writeVerbs],
  ];
}

/** The value of `Action=`, `op=` or the like in the path's query or fragment: `RunInstances`. */
function actionName({ path }: Operation): string {
  const value = /[?#&](?:x-amz-target|action|method|operation|op|cmd|command)=([^&]+)/i.exec(
    path,
  )?.[1];
  return value?.split('.').at(-1) ?? '';
}

/** `VirtualMachines_Start` and `pets.delete` name the action last. */
function actionOfIdentifier(operationId: string): string {
  const last = operationId.split(/[./]/).at(-1) ?? '';
  const parts = last.split('_');
  return parts.every((part) => /^[A-Z]/.test(part)) ? (parts.at(-1) ?? '') : last;
}

/** The first word of a summary as an imperative: "Deletes the pet" starts with `delete`, "Updates" with none. */
function imperative(summary: string): string {
  const [first = '', second = ''] = splitWords(summary);
  const thirdPerson = /^(a|an|all|any|each|one|some|the|this|your)$/.test(second);
  return thirdPerson && !writeVerbs.has(first) ? first.replace(/s$/, '') : first;
}

/** What names the action of a POST besides: `/orders/{id}/cancel`, `/chat.delete`, or a description without summary. */
function actionWords({ path, node }: Operation): readonly string[] {
  const segments = path.replace(/[?#].*$/, '').split(/[/.:]/);
  const last = segments.findLast((segment) => segment !== '') ?? '';
  const description = textField(node, 'summary') ? '' : (textField(node, 'description') ?? '');
  return [splitWords(last)[0] ?? '', imperative(description)];
}

function reportWriting({ method, path, pointer }: Operation, verb: string, report: Report): void {
  report({
    code: 'MG218',
    severity: 'info',
    message: `${method} ${path} is not taken for read-only: it is named after "${verb}".`,
    pointer,
    help: 'Set x-mcp: { readOnly: true } on the operation if it changes nothing.',
  });
}
