import { ruleText } from '../../src/model/hosts/check-names.js';
import {
  hostNames,
  type Fact,
  type Host,
  type HostName,
  type SchemaGaps,
} from '../../src/model/hosts/host.js';
import { hosts } from '../../src/model/hosts/hosts.js';

const bases = {
  documented: 'documented',
  source: 'its source',
  observed: 'observed',
} satisfies Record<Fact<unknown>['basis'], string>;

/** What is known of every host, as a Markdown list with links to where it is known from. */
export function hostsText(): string {
  return hostNames.map((name) => `- ${hostText(name, hosts[name])}\n`).join('');
}

function hostText(name: HostName, host: Host): string {
  const { toolName, fullName, argumentName, toolCount, description, refused, ignored } = host;
  const facts = [
    said(toolName, (rule) => `names of tools have ${codes(ruleText(rule))}`),
    said(
      fullName,
      ({ prefix, longestPrefix, longest, longer }) =>
        `\`${prefix}\`${longestPrefix === undefined ? '' : ` (cut to ${longestPrefix})`} and the name together have ${longest}, longer ones are ${longer}`,
    ),
    said(argumentName, (rule) => `names of arguments have ${codes(ruleText(rule))}`),
    said(toolCount, (count) => `${count} tools`),
    said(description, (length) => `${figure(length)} characters of a description`),
    said(refused, (gaps) => `refuses ${gapsText(gaps)}`),
    said(ignored, (gaps) => `leaves out ${gapsText(gaps)}`),
    said(
      host.result,
      ({ characters, stated }) => `results of ${stated ?? `${figure(characters)} characters`}`,
    ),
  ].filter((text) => text !== '');
  return `**${host.title}**, \`${name}\`: ${facts.join('; ')}.`;
}

function said<T>(fact: Fact<T> | undefined, text: (value: T) => string): string {
  if (fact === undefined) return '';
  const [first, ...rest] = fact.sources;
  const links = [
    `[${bases[fact.basis]}](${first})`,
    ...rest.map((url, at) => `[${at + 2}](${url})`),
  ];
  return `${text(fact.value)} (${links.join(', ')})`;
}

function gapsText({ forms, keywords = [], models }: SchemaGaps): string {
  const listed = [...forms, ...keywords.map((keyword) => `\`${keyword}\``)].join(', ');
  return models === undefined ? listed : `${listed} with ${models} models`;
}

/** The characters of a rule as code: `_` and `-` are Markdown. */
function codes(rule: string): string {
  return rule.replace(/of ([^,]+)/g, 'of `$1`');
}

function figure(value: number): string {
  return value.toLocaleString('en');
}
