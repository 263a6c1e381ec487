/** The links between the desks keep who sits there: the same person at the other app. */
export function startDeskSwitch(as: string): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>('.desk-switch a')) {
    const address = new URL(link.href);
    address.searchParams.set('as', as);
    link.href = address.href;
  }
}
