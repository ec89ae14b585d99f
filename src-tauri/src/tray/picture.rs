//! The picture in the tray: a key of one colour, with how many wait beside it. It is drawn as strokes, each point by its
//! distance from them, so that no file has to be kept for every number.

use tauri::image::Image;

use super::digits::{PLUS, strokes};

/// Points on each side of the picture.
const SIDE: u16 = 48;
/// Units on each side of what is drawn.
const UNITS: f32 = 24.0;
/// Half of how broad strokes are.
const HALF: f32 = 1.25;
/// How far the edge reaches beyond them: bright strokes on a bright panel are seen by it.
const EDGE: f32 = 0.9;
/// From this many on, the number says only that there are more.
const MANY: u32 = 9;

/// One straight piece of what is drawn.
type Piece = ((f32, f32), (f32, f32));

/// The picture for so many who wait.
pub(crate) fn picture(waiting: u32) -> Image<'static> {
    let pieces = pieces(waiting);
    let scale = f32::from(SIDE) / UNITS;
    let mut points = Vec::with_capacity(usize::from(SIDE) * usize::from(SIDE) * 4);
    for y in 0..SIDE {
        for x in 0..SIDE {
            let at = |it| (f32::from(it) + 0.5) / scale;
            let away = nearest(&pieces, (at(x), at(y)));
            let ink = covered((HALF - away) * scale);
            // A system that colours the picture itself takes no edge.
            let edge = if cfg!(target_os = "macos") {
                0.0
            } else {
                covered((HALF + EDGE - away) * scale)
            };
            let light = level(ink);
            points.extend([light, light, light, level(ink.max(edge * 0.8))]);
        }
    }
    Image::new_owned(points, SIDE.into(), SIDE.into())
}

/// How much of a point is covered whose middle lies so deep.
const fn covered(deep: f32) -> f32 {
    (deep + 0.5).clamp(0.0, 1.0)
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "it lies between 0 and 255"
)]
fn level(part: f32) -> u8 {
    (part * 255.0).round() as u8
}

fn nearest(pieces: &[Piece], at: (f32, f32)) -> f32 {
    let distances = pieces.iter().map(|piece| distance(*piece, at));
    distances.fold(f32::MAX, f32::min)
}

/// How far a point lies from a piece.
fn distance(((ax, ay), (bx, by)): Piece, (x, y): (f32, f32)) -> f32 {
    let (dx, dy) = (bx - ax, by - ay);
    let length = dx.mul_add(dx, dy * dy).max(f32::EPSILON);
    let along = ((x - ax).mul_add(dx, (y - ay) * dy) / length).clamp(0.0, 1.0);
    (x - along.mul_add(dx, ax)).hypot(y - along.mul_add(dy, ay))
}

/// The key alone, or a smaller one above the number: beside it neither could be read at the size that panels have.
fn pieces(waiting: u32) -> Vec<Piece> {
    if waiting == 0 {
        return key((6.4, 11.0), 4.6, 22.2);
    }
    let mut pieces = key((4.6, 4.2), 2.6, 21.6);
    if waiting > MANY {
        put(&mut pieces, strokes(MANY), (4.2, 11.6), (6.8, 10.6));
        put(&mut pieces, PLUS, (15.0, 14.2), (5.6, 5.6));
    } else {
        put(&mut pieces, strokes(waiting), (8.4, 11.6), (7.2, 10.6));
    }
    pieces
}

/// A key that lies: a ring around there, its shaft up to so far from the left, and two teeth.
fn key((x, y): (f32, f32), radius: f32, end: f32) -> Vec<Piece> {
    const CORNERS: u8 = 20;
    let corner = |number: u8| {
        let turn = f32::from(number) / f32::from(CORNERS) * std::f32::consts::TAU;
        (turn.cos().mul_add(radius, x), turn.sin().mul_add(radius, y))
    };
    let mut pieces: Vec<Piece> = (0..CORNERS)
        .map(|number| (corner(number), corner(number + 1)))
        .collect();
    pieces.push(((x + radius, y), (end, y)));
    for tooth in [end, radius.mul_add(-1.1, end)] {
        pieces.push(((tooth, y), (tooth, radius.mul_add(0.9, y))));
    }
    pieces
}

/// Puts strokes into a box that begins there and is so large.
fn put(
    pieces: &mut Vec<Piece>,
    strokes: &[&[(f32, f32)]],
    (left, top): (f32, f32),
    (wide, high): (f32, f32),
) {
    let placed = |(x, y): (f32, f32)| (x.mul_add(wide, left), y.mul_add(high, top));
    for stroke in strokes {
        for pair in stroke.windows(2) {
            if let [from, to] = pair {
                pieces.push((placed(*from), placed(*to)));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::picture;

    #[test]
    fn every_number_up_to_nine_has_a_picture_and_more_have_one_together() {
        let drawn = |waiting| picture(waiting).rgba().to_vec();
        let different: BTreeSet<Vec<u8>> = (0..=10).map(drawn).collect();
        assert_eq!(different.len(), 11);
        assert_eq!(drawn(10), drawn(100_000));
    }
}
