import { Pool } from 'pg';

export const pool = new Pool({ connectionString: 'postgres://shop' });
//                      ^^^^ no-unbounded-wait: Whoever asks this `pg.Pool` for a connection may wait for
//                           | ever: it has no limit.
export const hasty = new Pool({ connectionString: 'postgres://shop', connectionTimeoutMillis: 5000 });
