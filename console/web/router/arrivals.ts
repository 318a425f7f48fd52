/** Whether the page that is shown was come to from another one: the first page of a visit leaves the focus at the top. */
let pages = 0;

/** The router went to another page. */
export function arrive(): void {
  pages += 1;
}

export const arrived = (): boolean => pages > 1;
