//! Values as each database's library takes and gives them.

use postgres::types::private::BytesMut;
use postgres::types::{FromSql, IsNull, ToSql, Type, to_sql_checked};
use rusqlite::types::{ToSqlOutput, ValueRef};

use crate::sql::Val;

/// The value of a column.
pub(crate) fn of_file<'r>(row: &'r rusqlite::Row<'r>, index: usize) -> Result<Val<'r>, String> {
    match row.get_ref(index).map_err(|e| e.to_string())? {
        ValueRef::Null => Ok(Val::Null),
        ValueRef::Integer(i) => Ok(Val::Int(i)),
        ValueRef::Text(t) => std::str::from_utf8(t).map(Val::Text).map_err(|e| e.to_string()),
        ValueRef::Blob(b) => Ok(Val::Blob(b)),
        ValueRef::Real(r) => Err(format!("{r} is no kind of value that is stored")),
    }
}

impl rusqlite::ToSql for Val<'_> {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::Borrowed(match *self {
            Self::Null => ValueRef::Null,
            Self::Int(i) => ValueRef::Integer(i),
            Self::Text(t) => ValueRef::Text(t.as_bytes()),
            Self::Blob(b) => ValueRef::Blob(b),
        }))
    }
}

type Wrong = Box<dyn std::error::Error + Sync + Send>;

impl ToSql for Val<'_> {
    fn to_sql(&self, ty: &Type, out: &mut BytesMut) -> Result<IsNull, Wrong> {
        match *self {
            Self::Null => return Ok(IsNull::Yes),
            Self::Int(i) if *ty == Type::INT8 => out.extend_from_slice(&i.to_be_bytes()),
            Self::Int(i) if *ty == Type::INT4 => out.extend_from_slice(&i32::try_from(i)?.to_be_bytes()),
            Self::Text(text) if *ty == Type::TEXT => out.extend_from_slice(text.as_bytes()),
            Self::Blob(bytes) if *ty == Type::BYTEA => out.extend_from_slice(bytes),
            _ => return Err(format!("{self:?} is no {ty}").into()),
        }
        Ok(IsNull::No)
    }

    // Whether it fits is known when the value is.
    fn accepts(_: &Type) -> bool {
        true
    }

    to_sql_checked!();
}

impl<'a> FromSql<'a> for Val<'a> {
    fn from_sql(ty: &Type, raw: &'a [u8]) -> Result<Self, Wrong> {
        match *ty {
            Type::INT8 => Ok(Self::Int(i64::from_be_bytes(raw.try_into()?))),
            Type::INT4 => Ok(Self::Int(i32::from_be_bytes(raw.try_into()?).into())),
            Type::TEXT => Ok(Self::Text(std::str::from_utf8(raw)?)),
            Type::BYTEA => Ok(Self::Blob(raw)),
            _ => Err(format!("{ty} is no kind of value that is stored").into()),
        }
    }

    fn from_sql_null(_: &Type) -> Result<Self, Wrong> {
        Ok(Self::Null)
    }

    fn accepts(ty: &Type) -> bool {
        [Type::INT8, Type::INT4, Type::TEXT, Type::BYTEA].contains(ty)
    }
}
