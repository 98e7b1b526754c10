//! What becomes of an upload: checked, turned upright, cut to a square, scaled down, and
//! written anew, so that nothing of the file but its look remains.

use std::io::Cursor;

use image::codecs::jpeg::JpegEncoder;
use image::imageops::{self, FilterType};
use image::metadata::Orientation;
use image::{
    DynamicImage, ImageDecoder, ImageFormat, ImageReader, Limits, Rgb, RgbImage, RgbaImage,
};

use crate::error::{AppError, ErrorKind};

/// The largest upload, in bytes.
pub const MAX_BYTES: usize = 5 * 1024 * 1024;
/// The most pixels of an upload; more could take memory and time out of proportion to its bytes.
pub const MAX_PIXELS: u64 = 40_000_000;
/// The side of the square that is kept, in pixels.
pub const SIDE: u32 = 512;

/// 40 megapixels at eight bytes a pixel: the most that a decoder may allocate.
const MAX_MEMORY: u64 = MAX_PIXELS * 8;
const QUALITY: u8 = 85;

/// A picture that may be shown: a square JPEG without any metadata.
#[derive(Clone, Debug)]
pub struct Picture {
    jpeg: Vec<u8>,
}

/// Why an upload is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PictureError {
    /// 422
    Missing,
    /// 413
    TooManyBytes,
    /// 422
    NotAPicture,
    /// 422
    TooManyPixels,
    /// 422
    Damaged,
}

impl PictureError {
    /// For the person who sent it.
    pub fn sentence(self) -> String {
        match self {
            Self::Missing => ts!("server-picture-missing"),
            Self::TooManyBytes => ts!("server-picture-large"),
            Self::NotAPicture => ts!("server-picture-none"),
            Self::TooManyPixels => ts!("server-picture-pixels"),
            Self::Damaged => ts!("server-picture-damaged"),
        }
    }
}

impl From<PictureError> for AppError {
    fn from(error: PictureError) -> Self {
        let mut answer = Self::field("photo", error.sentence());
        if error == PictureError::TooManyBytes {
            answer.kind = ErrorKind::TooLarge;
        }
        answer
    }
}

impl Picture {
    /// Makes the picture of an uploaded file. Takes a core for up to a second or two: call it
    /// through [`super::check`].
    ///
    /// # Errors
    /// When the file is not a picture, is too large or can't be read.
    pub fn from_upload(bytes: &[u8]) -> Result<Self, PictureError> {
        if bytes.is_empty() {
            return Err(PictureError::Missing);
        }
        if bytes.len() > MAX_BYTES {
            return Err(PictureError::TooManyBytes);
        }
        let (whole, orientation) = decode(bytes)?;
        let square = flatten(&cut(&whole));
        drop(whole);
        let mut upright = DynamicImage::ImageRgb8(square);
        upright.apply_orientation(orientation);
        let mut jpeg = Vec::new();
        JpegEncoder::new_with_quality(&mut jpeg, QUALITY)
            .encode_image(&upright.into_rgb8())
            .map_err(|_| PictureError::Damaged)?;
        Ok(Self { jpeg })
    }

    /// The file's bytes.
    pub fn jpeg(&self) -> &[u8] {
        &self.jpeg
    }
}

/// The type by the first bytes of the file; its name and declared type are worth nothing.
fn format_of(bytes: &[u8]) -> Option<ImageFormat> {
    match image::guess_format(bytes).ok()? {
        known @ (ImageFormat::Jpeg | ImageFormat::Png | ImageFormat::WebP) => Some(known),
        _ => None,
    }
}

/// Decodes after its head was found acceptable.
fn decode(bytes: &[u8]) -> Result<(DynamicImage, Orientation), PictureError> {
    let format = format_of(bytes).ok_or(PictureError::NotAPicture)?;
    let mut limits = Limits::default();
    limits.max_alloc = Some(MAX_MEMORY);
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().map_err(|_| PictureError::Damaged)?;
    let (width, height) = decoder.dimensions();
    if u64::from(width) * u64::from(height) > MAX_PIXELS || decoder.total_bytes() > MAX_MEMORY {
        return Err(PictureError::TooManyPixels);
    }
    // A camera notes how it was held instead of turning the pixels.
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let whole = DynamicImage::from_decoder(decoder).map_err(|_| PictureError::Damaged)?;
    Ok((whole, orientation))
}

/// The square in the middle, scaled down to [`SIDE`] and never up.
fn cut(whole: &DynamicImage) -> RgbaImage {
    let side = whole.width().min(whole.height());
    let square = imageops::crop_imm(
        whole,
        (whole.width() - side) / 2,
        (whole.height() - side) / 2,
        side,
        side,
    );
    // Averaging first makes the careful filter affordable: a large picture takes a tenth of the time.
    let near = if side > 2 * SIDE {
        imageops::thumbnail(&*square, 2 * SIDE, 2 * SIDE)
    } else {
        square.to_image()
    };
    if near.width() > SIDE {
        imageops::resize(&near, SIDE, SIDE, FilterType::Lanczos3)
    } else {
        near
    }
}

/// Lays what is transparent on white: JPEG knows no transparency and would show black.
fn flatten(image: &RgbaImage) -> RgbImage {
    RgbImage::from_fn(image.width(), image.height(), |x, y| {
        let [red, green, blue, alpha] = image.get_pixel(x, y).0;
        let alpha = u32::from(alpha);
        let on_white = |part: u8| {
            let mixed = (u32::from(part) * alpha + 255 * (255 - alpha)) / 255;
            u8::try_from(mixed).unwrap_or(u8::MAX)
        };
        Rgb([on_white(red), on_white(green), on_white(blue)])
    })
}

#[cfg(test)]
pub(crate) mod tests;
