import { useCallback, useEffect, useMemo, useState } from 'react';

export function Tea() {
//              ^^^ fact/context: render
  const [cups] = useState(() => 1);
//                        ^ fact/context: render
  const price = useMemo(() => cups * 2, [cups]);
//                      ^ fact/context: render
  useEffect(() => {
//          ^ fact/context: event
    count();
  }, []);
  return <p>{price}</p>;
}

function count(): void {}
//       ^^^^^ fact/context: event
