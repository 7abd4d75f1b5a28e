/**
 * Event targets of browsers, and `EventTarget` of Node. An assignment `button.onclick = f` is
 * read as the call `button.onclick(f)`.
 */
import { continues, event, exit, message, request } from '../modes.js';
import type { Library } from '../schema.js';

const ELEMENTS =
  '{Element,HTMLElement,SVGElement,HTMLAnchorElement,HTMLAudioElement,HTMLButtonElement,HTMLCanvasElement,HTMLDialogElement,HTMLDivElement,HTMLFormElement,HTMLIFrameElement,HTMLImageElement,HTMLInputElement,HTMLMediaElement,HTMLScriptElement,HTMLSelectElement,HTMLTextAreaElement,HTMLVideoElement}';
const TARGETS = '{Document,EventTarget,MediaQueryList,Node,Notification,ShadowRoot,VisualViewport,Window}';
const POINTER =
  '{onclick,ondblclick,onmousedown,onmousemove,onmouseup,onpointerdown,onpointermove,onpointerup,onwheel,onscroll}';
const INPUT = '{onblur,onchange,onfocus,oninput,onkeydown,onkeyup,onsubmit}';
/** On a target, and on the global object by its bare name. */
const ADD_LISTENER = '{dom:EventTarget.,global:}addEventListener';
const SERVICE_WORKER_EVENTS = ['backgroundfetchsuccess', 'notificationclick', 'periodicsync', 'push', 'sync'];

export const domEvents: Library = {
  name: 'dom',
  source: 'https://dom.spec.whatwg.org/#interface-eventtarget',
  types: [
    {
      type: 'dom:EventTarget',
      from: [
        'global:{window,self,globalThis,document,screen,visualViewport}',
        'global:window.document',
        'global:document.{body,documentElement,head,activeElement}',
        `global:${TARGETS}.new()`,
        'global:matchMedia()',
      ],
    },
    {
      type: 'dom:Element',
      from: [
        `global:${ELEMENTS}.new()`,
        'global:document.{createElement,getElementById,querySelector}()',
        'dom:Element.{closest,querySelector}()',
      ],
      extends: ['dom:EventTarget'],
    },
    {
      type: 'dom:AbortSignal',
      from: [
        'global:AbortSignal.new()',
        'global:AbortSignal.{any,timeout,abort}()',
        'global:AbortController.new().signal',
      ],
      extends: ['dom:EventTarget'],
    },
  ],
  callbacks: [
    {
      api: ADD_LISTENER,
      params: [1],
      mode: continues,
      when: { arg: 2, has: 'once', equals: [true] },
      event: { arg: 0 },
    },
    {
      api: ADD_LISTENER,
      params: [1],
      mode: continues,
      when: { arg: 0, equals: ['abort', 'DOMContentLoaded', 'load', 'install', 'activate'] },
      event: { arg: 0 },
    },
    {
      api: ADD_LISTENER,
      params: [1],
      mode: exit,
      when: { arg: 0, equals: ['pagehide', 'unload'] },
      event: { arg: 0 },
    },
    // Service workers. https://w3c.github.io/ServiceWorker/#execution-context-events
    {
      api: ADD_LISTENER,
      params: [1],
      mode: request,
      when: { arg: 0, equals: ['fetch'] },
      event: { arg: 0 },
    },
    {
      api: ADD_LISTENER,
      params: [1],
      mode: message,
      when: { arg: 0, equals: ['message', ...SERVICE_WORKER_EVENTS] },
      event: { arg: 0 },
    },
    { api: ADD_LISTENER, params: [1], mode: event, event: { arg: 0 } },
    { api: `dom:Element.${POINTER}`, params: [0], mode: event },
    { api: `dom:Element.${INPUT}`, params: [0], mode: event },
    { api: 'dom:{AbortSignal.onabort,Element.onload,EventTarget.onload}', params: [0], mode: continues },
    { api: 'global:{self,globalThis}.onmessage', params: [0], mode: message, event: 'message' },
    { api: 'global:onmessage', params: [0], mode: message, event: 'message' },
  ],
};
