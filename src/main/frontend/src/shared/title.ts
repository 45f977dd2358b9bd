import { useEffect } from 'preact/hooks';

/** What the window is called as long as the page is shown. */
export function useTitle(title: string): void {
  useEffect(() => {
    const before = document.title;
    document.title = `${title} - Kefu`;
    return () => {
      document.title = before;
    };
  }, [title]);
}
