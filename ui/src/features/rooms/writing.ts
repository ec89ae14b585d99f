// What is being written or taken away on the screen of rooms.
import type { PlaceSite, RoomView } from '../../bindings/contract';

export type Writing =
  | { readonly is: 'site'; readonly site: PlaceSite | null }
  | { readonly is: 'room'; readonly room: RoomView | null; readonly site: string }
  | { readonly is: 'removal'; readonly room: RoomView };
