/** Who did something, as others see them. @param line what the line itself is called, which is no member of staff */
export const whoOf = ({ id, name }: { readonly id: string; readonly name: string }, line: string): string =>
  id === 'line' ? line : name;
