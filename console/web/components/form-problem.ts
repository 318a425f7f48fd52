/** Something in a form that has to be put right. */
export interface FormProblem {
  /** id of the field */
  readonly field: string;
  readonly text: string;
}
