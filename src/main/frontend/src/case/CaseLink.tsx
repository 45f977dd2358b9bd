import { createContext, type ComponentChildren } from 'preact';
import { useContext } from 'preact/hooks';

/** Whether the view stands in Tasklist: links open beside it then, or a half-filled form would be gone. */
export const InTasklist = createContext(false);

interface LinkProps {
  readonly href: string;
  readonly children: ComponentChildren;
}

/** A link to a page of ours. */
export function PageLink({ href, children }: LinkProps) {
  return useContext(InTasklist) ? <a href={href} target="_blank" rel="noopener">{children}</a> : <a href={href}>{children}</a>;
}

export function CaseLink({ caseNumber }: { readonly caseNumber: string }) {
  return <PageLink href={`/app/cases/${encodeURIComponent(caseNumber)}`}>{caseNumber}</PageLink>;
}

export function OrderLink({ orderNumber }: { readonly orderNumber: string }) {
  return <PageLink href={`/app/orders/${encodeURIComponent(orderNumber)}`}>{orderNumber}</PageLink>;
}
