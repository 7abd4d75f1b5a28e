/** Observers of browsers. Their callbacks run whenever what they observe changes. */
import { event, render } from '../modes.js';
import type { Library } from '../schema.js';

export const domObservers: Library = {
  name: 'dom',
  source: 'https://dom.spec.whatwg.org/#mutation-observers',
  callbacks: [
    { api: 'global:MutationObserver.new', params: [0], mode: event, event: 'MutationObserver' },
    { api: 'global:IntersectionObserver.new', params: [0], mode: event, event: 'IntersectionObserver' },
    { api: 'global:PerformanceObserver.new', params: [0], mode: event, event: 'PerformanceObserver' },
    { api: 'global:ReportingObserver.new', params: [0], mode: event, event: 'ReportingObserver' },
    { api: 'global:ResizeObserver.new', params: [0], mode: render, event: 'ResizeObserver' },
  ],
};
