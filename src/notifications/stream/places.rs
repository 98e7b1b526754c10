//! How many streams one person may hold.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use uuid::Uuid;

use crate::error::{Answer, AppError, ErrorKind};

/// Enough for every tab and device of one person, and too few to fill the server with.
const MOST: u32 = 20;

/// The open streams, counted by person.
#[derive(Clone, Default)]
pub struct Places(Arc<Mutex<HashMap<Uuid, u32>>>);

/// One open stream; makes room again when dropped.
pub struct Place {
    places: Places,
    user_id: Uuid,
}

impl Places {
    /// Takes a place for one more stream.
    ///
    /// # Errors
    /// 429 where this person has too many.
    pub fn take(&self, user_id: Uuid) -> Answer<Place> {
        self.with(|open| {
            let count = open.entry(user_id).or_default();
            if *count >= MOST {
                return Err(AppError {
                    retry_after: Some(30),
                    ..AppError::new(ErrorKind::TooMany, ts!("notifications-too-many-pages"))
                });
            }
            *count += 1;
            Ok(())
        })?;
        metrics::gauge!("medappoint_live_streams").increment(1.0);
        Ok(Place {
            places: self.clone(),
            user_id,
        })
    }

    fn with<T>(&self, f: impl FnOnce(&mut HashMap<Uuid, u32>) -> T) -> T {
        // Counts are whole whenever the lock is free, whatever panicked.
        f(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        metrics::gauge!("medappoint_live_streams").decrement(1.0);
        self.places.with(|open| {
            if let Some(count) = open.get_mut(&self.user_id) {
                *count -= 1;
                if *count == 0 {
                    open.remove(&self.user_id);
                }
            }
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_person_has_twenty_places() {
        let places = Places::default();
        let (ana, ben) = (Uuid::from_u128(1), Uuid::from_u128(2));
        let mut held: Vec<_> = (0..MOST).map(|_| places.take(ana).unwrap()).collect();
        assert_eq!(places.take(ana).err().unwrap().kind, ErrorKind::TooMany);
        assert!(places.take(ben).is_ok());
        held.pop();
        assert!(places.take(ana).is_ok());
        held.clear();
        assert_eq!(places.with(|open| open.len()), 0);
    }
}
