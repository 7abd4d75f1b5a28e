export interface ShippingRates {
  /** Price in cents for a parcel. */
  quote(country: string, weightGrams: number): number;
}
