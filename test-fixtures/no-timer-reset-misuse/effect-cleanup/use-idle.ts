import { useEffect, useRef } from 'react';

export function useIdle(onIdle: () => void): void {
  const idle = useRef<ReturnType<typeof setTimeout>>(undefined);
  const late = useRef<ReturnType<typeof setTimeout>>(undefined);

  function onMove(): void {
    clearTimeout(idle.current);
    idle.current = setTimeout(onIdle, 60_000);
//                 ^^^^^^^^^^ no-timer-reset-misuse: `the cleanup of useEffect` leaves this timer armed: it fires afterwards.
    clearTimeout(late.current);
    late.current = setTimeout(onIdle, 90_000);
  }

  useEffect(() => {
    window.addEventListener('pointermove', onMove);
    return () => {
      window.removeEventListener('pointermove', onMove);
      clearTimeout(late.current);
    };
  });
}
