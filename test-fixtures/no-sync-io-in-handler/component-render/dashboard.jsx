import { readFileSync } from 'node:fs';
import { useEffect } from 'react';

const title = readFileSync('title.txt', 'utf8');

export function Dashboard({ user }) {
  const greeting = readFileSync(`greetings/${user}`, 'utf8');
//                 ^^^^^^^^^^^^ no-sync-io-in-handler
  useEffect(() => {
    const request = new XMLHttpRequest();
    request.open('GET', '/visits', false);
//          ^^^^ no-sync-io-in-handler
    request.send();
  }, [user]);
  return (
    <main>
      <h1>{title}</h1>
      <p>{greeting}</p>
      <button onClick={() => beep()}>beep</button>
    </main>
  );
}

function beep() {
  const request = new XMLHttpRequest();
  request.open('GET', '/beep', false);
//        ^^^^ no-sync-io-in-handler
  request.send();
}
