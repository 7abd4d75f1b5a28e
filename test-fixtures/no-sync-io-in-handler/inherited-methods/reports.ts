import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';

abstract class Report {
  render(id: string): string {
    return `<pre>${this.body(id)}</pre>`;
  }

  protected abstract body(id: string): string;
}

class DiskReport extends Report {
  protected override body(id: string): string {
    return readFileSync(id, 'utf8');
//         ^^^^^^^^^^^^ no-sync-io-in-handler
  }
}

class SignedReport extends DiskReport {
  protected override body(id: string): string {
    return `${super.body(id)}\n-- signed`;
  }

  static stamp(): string {
    return readFileSync('/proc/uptime', 'utf8');
//         ^^^^^^^^^^^^ no-sync-io-in-handler
  }
}

const report = new SignedReport();

createServer((request, response) => {
  response.end(report.render(String(request.url)) + SignedReport.stamp());
});
