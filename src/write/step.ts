/** Called before each change to the disk with what it will be, e.g. `place src/index.ts`. */
export type StepListener = (step: string) => void;
