/** What an API says is wrong with a part of a request. */
export interface Complaint {
  /** A name, a path such as `a.b[0]`, a JSON pointer, or its steps. */
  readonly place: string | readonly string[];
  readonly message?: string;
}

/** Members that name a place wherever they stand: RFC 9457, JSON:API, FastAPI, google.rpc.BadRequest, Stripe. */
const placeNames = ['pointer', 'parameter', 'param', 'field', 'fieldName', 'field_name', 'loc'];
/** Members that do so in the entries of a list: RFC 9457's `invalid-params`, Zod, Symfony, Ajv, express-validator. */
const listedPlaceNames = [
  ...['path', 'propertyPath', 'property_path', 'instancePath', 'dataPath'],
  ...['property', 'attribute', 'name', 'key'],
];
const messageNames = [
  ...['detail', 'msg', 'message', 'reason', 'description', 'title', 'error', 'code', 'type'],
];
/** Of objects that have a member for each field: Rails, Laravel, ASP.NET, Django REST framework. */
const mapNames = /^(?:errors|details?|fields|field_?errors|validation_?errors|violations)$/i;
/** Lists under these names are of messages about nothing in particular, or of the steps to a place. */
const general = /^(?:messages?|errors?|details?|base|non_?field_?errors|reasons|loc|path)$/i;

const DEEPEST = 8;
const MOST_VISITED = 2_000;
const MOST_COMPLAINTS = 10;

/** The complaints that can be read from the JSON of an error response, in order; at most ten. */
export function complaintsOf(body: unknown): readonly Complaint[] {
  const found: Complaint[] = [];
  let visited = 0;
  const visit = (value: unknown, depth: number, listed: boolean, isMap: boolean): void => {
    visited += 1;
    if (visited > MOST_VISITED || depth > DEEPEST || found.length >= MOST_COMPLAINTS) return;
    if (Array.isArray(value)) {
      for (const item of value) visit(item, depth + 1, true, false);
    } else if (isRecord(value)) {
      const own = ownComplaint(value, listed);
      if (own !== undefined) found.push(own);
      for (const [key, item] of Object.entries(value)) {
        if (key === 'source' && own !== undefined) continue;
        const message = fieldMessage(key, item, isMap);
        if (message === undefined) visit(item, depth + 1, listed, mapNames.test(key));
        // The text of a complaint is no map of fields.
        else if (own === undefined) found.push({ place: key, message });
      }
    }
  };
  visit(body, 0, false, false);
  return found.slice(0, MOST_COMPLAINTS);
}

type JsonObject = Readonly<Record<string, unknown>>;

function ownComplaint(value: JsonObject, listed: boolean): Complaint | undefined {
  const source = isRecord(value['source']) ? value['source'] : {};
  const names = listed ? [...placeNames, ...listedPlaceNames] : placeNames;
  const place =
    firstOf(source, ['pointer', 'parameter', 'header'], asPlace) ?? firstOf(value, names, asPlace);
  if (place === undefined) return undefined;
  const location = asText(value['in'] ?? value['location']);
  const message = firstOf(value, messageNames, asText);
  return {
    place: location === undefined || typeof place !== 'string' ? place : [location, place],
    ...(message !== undefined && { message }),
  };
}

/** The message of a member that is one field's: a list of texts, or in a map of fields one text. */
function fieldMessage(key: string, value: unknown, isMap: boolean): string | undefined {
  if (isMap && typeof value === 'string') return value;
  const isList = Array.isArray(value) && value.length > 0 && !general.test(key);
  return isList && value.every((item) => typeof item === 'string')
    ? value.slice(0, 3).join(' ')
    : undefined;
}

function firstOf<T>(
  value: JsonObject,
  names: readonly string[],
  read: (item: unknown) => T | undefined,
): T | undefined {
  for (const name of names) {
    const found = Object.hasOwn(value, name) ? read(value[name]) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}

function asPlace(value: unknown): string | readonly string[] | undefined {
  if (!Array.isArray(value)) return asText(value);
  const isPath = value.every((step) => typeof step === 'string' || typeof step === 'number');
  return isPath && value.length > 0 && value.length <= DEEPEST ? value.map(String) : undefined;
}

function asText(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' && value.length <= 1_000 ? value : undefined;
}

function isRecord(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
