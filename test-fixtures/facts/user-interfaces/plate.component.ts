import { Component, computed, effect, HostListener, type OnInit } from '@angular/core';

@Component({ template: '' })
export class Plate implements OnInit {
  readonly full = computed(() => true);
//                         ^ fact/context: render

  ngOnInit(): void {
//^^^^^^^^ fact/context: event
    effect(() => {});
//         ^ fact/context: event
  }

  @HostListener('window:resize')
  resized(): void {}
//^^^^^^^ fact/context: event
}
