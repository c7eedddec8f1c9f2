import type { Report } from '../diagnostics.js';

/** Reports each finding once: path items, components and the root are read again for every operation. */
export function reportOnce(report: Report): Report {
  const reported = new Set<string>();
  return (finding) => {
    const key = `${finding.code} ${finding.pointer ?? ''} ${finding.message}`;
    if (reported.has(key)) return;
    reported.add(key);
    report(finding);
  };
}
