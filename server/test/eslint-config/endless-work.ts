/** Work that never ends and keeps the thread busy, under a watchdog. */
import { Watchdog } from '#dist/eslint-config/watchdog.js';

new Watchdog().watch(1);
for (;;);
