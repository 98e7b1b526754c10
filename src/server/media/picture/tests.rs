use image::ImageEncoder;
use image::codecs::png::PngEncoder;
use image::codecs::webp::WebPEncoder;
use image::{ExtendedColorType, Rgba};

use super::*;

const RED: Rgb<u8> = Rgb([220, 20, 20]);
const BLUE: Rgb<u8> = Rgb([20, 20, 220]);

/// Left half red, right half blue.
fn halves(width: u32, height: u32) -> RgbImage {
    RgbImage::from_fn(width, height, |x, _| if x < width / 2 { RED } else { BLUE })
}

/// A JPEG of this size.
pub(crate) fn jpeg(width: u32, height: u32) -> Vec<u8> {
    encoded(&halves(width, height), ImageFormat::Jpeg, None)
}

fn encoded(image: &RgbImage, format: ImageFormat, exif: Option<Vec<u8>>) -> Vec<u8> {
    fn write(mut encoder: impl ImageEncoder, image: &RgbImage, exif: Option<Vec<u8>>) {
        if let Some(exif) = exif {
            encoder.set_exif_metadata(exif).unwrap();
        }
        encoder
            .write_image(
                image,
                image.width(),
                image.height(),
                ExtendedColorType::Rgb8,
            )
            .unwrap();
    }
    let mut bytes = Vec::new();
    match format {
        ImageFormat::Jpeg => write(JpegEncoder::new_with_quality(&mut bytes, 95), image, exif),
        ImageFormat::Png => write(PngEncoder::new(&mut bytes), image, exif),
        ImageFormat::WebP => write(WebPEncoder::new_lossless(&mut bytes), image, exif),
        other => panic!("{other:?} is not one of ours"),
    }
    bytes
}

const PLACE: &[u8] = b"GPS-51.5007N-0.1246W";

/// EXIF (TIFF, little endian) with an orientation and a place in its GPS directory.
fn exif(orientation: u16) -> Vec<u8> {
    let mut exif = b"II*\0\x08\0\0\0".to_vec();
    // First directory, at 8: orientation, and where the GPS directory is (8 + 2 + 2 × 12 + 4 = 38).
    exif.extend([2, 0]);
    exif.extend([0x12, 0x01, 3, 0, 1, 0, 0, 0]);
    exif.extend(orientation.to_le_bytes());
    exif.extend([0, 0]);
    exif.extend([0x25, 0x88, 4, 0, 1, 0, 0, 0, 38, 0, 0, 0]);
    exif.extend([0, 0, 0, 0]);
    // GPS directory: GPSProcessingMethod, its value at 38 + 2 + 12 + 4 = 56.
    exif.extend([1, 0]);
    exif.extend([0x1b, 0, 7, 0, PLACE.len() as u8, 0, 0, 0, 56, 0, 0, 0]);
    exif.extend([0, 0, 0, 0]);
    exif.extend(PLACE);
    exif
}

fn holds(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}

fn shown(picture: &Picture) -> RgbImage {
    image::load_from_memory_with_format(picture.jpeg(), ImageFormat::Jpeg)
        .unwrap()
        .into_rgb8()
}

#[track_caller]
fn assert_near(image: &RgbImage, (x, y): (u32, u32), colour: Rgb<u8>) {
    let seen = image.get_pixel(x, y);
    let far = seen.0.iter().zip(colour.0).any(|(a, b)| a.abs_diff(b) > 24);
    assert!(!far, "at {x},{y}: {seen:?} instead of {colour:?}");
}

#[test]
fn three_types_are_taken() {
    for format in [ImageFormat::Jpeg, ImageFormat::Png, ImageFormat::WebP] {
        let picture = Picture::from_upload(&encoded(&halves(40, 40), format, None)).unwrap();
        let image = shown(&picture);
        assert_eq!(image.dimensions(), (40, 40), "{format:?}");
        assert_near(&image, (8, 20), RED);
        assert_near(&image, (32, 20), BLUE);
    }
}

#[test]
fn the_place_where_it_was_taken_is_removed() {
    for format in [ImageFormat::Jpeg, ImageFormat::Png, ImageFormat::WebP] {
        let upload = encoded(&halves(40, 40), format, Some(exif(1)));
        assert!(
            holds(&upload, PLACE),
            "{format:?}: the test's picture must hold a place"
        );
        let picture = Picture::from_upload(&upload).unwrap();
        assert!(!holds(picture.jpeg(), PLACE), "{format:?}");
        assert!(!holds(picture.jpeg(), b"Exif"), "{format:?}");
    }
}

#[test]
fn a_picture_held_sideways_is_turned_upright() {
    // Orientation 6: shown after a quarter turn clockwise, so that left becomes top.
    for format in [ImageFormat::Jpeg, ImageFormat::Png, ImageFormat::WebP] {
        let upload = encoded(&halves(40, 40), format, Some(exif(6)));
        let image = shown(&Picture::from_upload(&upload).unwrap());
        assert_near(&image, (20, 8), RED);
        assert_near(&image, (20, 32), BLUE);
    }
}

#[test]
fn the_middle_square_is_kept() {
    // Thirds of red, blue and red: the middle of the wide one is blue alone.
    let wide = RgbImage::from_fn(
        90,
        30,
        |x, _| if (30..60).contains(&x) { BLUE } else { RED },
    );
    let image = shown(&Picture::from_upload(&encoded(&wide, ImageFormat::Png, None)).unwrap());
    assert_eq!(image.dimensions(), (30, 30));
    for corner in [(0, 0), (29, 0), (0, 29), (29, 29)] {
        assert_near(&image, corner, BLUE);
    }
}

#[test]
fn a_large_one_is_scaled_down_and_a_small_one_left() {
    for (upload, kept) in [
        ((1600, 1200), 512),
        ((700, 900), 512),
        ((512, 512), 512),
        ((30, 50), 30),
        ((1, 9), 1),
    ] {
        let picture = Picture::from_upload(&jpeg(upload.0, upload.1)).unwrap();
        assert_eq!(shown(&picture).dimensions(), (kept, kept), "{upload:?}");
    }
}

#[test]
fn what_is_transparent_lies_on_white() {
    let clear = RgbaImage::from_pixel(16, 16, Rgba([0, 0, 0, 0]));
    let mut upload = Vec::new();
    PngEncoder::new(&mut upload)
        .write_image(&clear, 16, 16, ExtendedColorType::Rgba8)
        .unwrap();
    assert_near(
        &shown(&Picture::from_upload(&upload).unwrap()),
        (8, 8),
        Rgb([255, 255, 255]),
    );
}

#[test]
fn a_file_that_is_no_picture_is_refused() {
    for upload in [
        &b"<svg xmlns='http://www.w3.org/2000/svg'/>"[..],
        b"GIF89a\x01\0\x01\0\0\0\0;",
        b"%PDF-1.7",
        b"<!doctype html><script>alert(1)</script>",
        b"\0",
    ] {
        assert_eq!(
            Picture::from_upload(upload).unwrap_err(),
            PictureError::NotAPicture
        );
    }
    assert_eq!(
        Picture::from_upload(b"").unwrap_err(),
        PictureError::Missing
    );
}

#[test]
fn a_damaged_file_is_refused() {
    for upload in [
        &b"\xff\xd8\xff\xe0 and nothing more"[..],
        b"\x89PNG\r\n\x1a\n and nothing more",
        b"RIFF\x10\0\0\0WEBPVP8 and nothing more",
    ] {
        assert_eq!(
            Picture::from_upload(upload).unwrap_err(),
            PictureError::Damaged
        );
    }
}

#[test]
fn too_many_bytes_are_refused() {
    let mut upload = jpeg(4, 4);
    upload.resize(MAX_BYTES + 1, 0);
    assert_eq!(
        Picture::from_upload(&upload).unwrap_err(),
        PictureError::TooManyBytes
    );
    upload.resize(MAX_BYTES, 0);
    assert!(Picture::from_upload(&upload).is_ok());
}

#[test]
fn too_many_pixels_are_refused_before_they_are_decoded() {
    // A few bytes that claim 8000 × 5001: their start-of-frame marker says height, then width.
    let mut upload = jpeg(16, 16);
    let frame = upload
        .windows(2)
        .position(|marker| marker == [0xff, 0xc0])
        .unwrap();
    upload[frame + 5..frame + 7].copy_from_slice(&5001_u16.to_be_bytes());
    upload[frame + 7..frame + 9].copy_from_slice(&8000_u16.to_be_bytes());
    assert_eq!(
        Picture::from_upload(&upload).unwrap_err(),
        PictureError::TooManyPixels
    );
}

#[test]
fn the_answer_names_the_field() {
    let large = AppError::from(PictureError::TooManyBytes);
    assert_eq!(large.kind.status().as_u16(), 413);
    assert!(large.fields.contains_key("photo"));
    let other = AppError::from(PictureError::NotAPicture);
    assert_eq!(other.kind.status().as_u16(), 422);
    assert!(other.fields["photo"].contains("JPEG"));
}
