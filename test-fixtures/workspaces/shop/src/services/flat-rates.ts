import type { ShippingRates } from './shipping-rates.js';

export class FlatRates implements ShippingRates {
  constructor(private readonly cents: number) {}

  quote(): number {
    return this.cents;
  }
}
