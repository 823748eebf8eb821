import { useEffect } from 'react';
import { tracker } from './tracker.ts';

/** Joins what is seen in this browser to the shopper, as long as one is signed in. */
export function useShopper(userId: string | undefined): void {
  useEffect(() => {
    if (!userId) return;
    tracker.identify(userId);
    // They sign out: who comes next is somebody else.
    return () => tracker.reset();
  }, [userId]);
}
