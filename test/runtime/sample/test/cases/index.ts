import type { CaseGroup } from '../support/case.js';

export const groups: readonly CaseGroup[] = [];
