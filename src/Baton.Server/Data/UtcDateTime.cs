using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Baton.Server.Data;

/// <summary>Every instant is stored in UTC and comes back marked as such.</summary>
internal sealed class UtcDateTime() : ValueConverter<DateTime, DateTime>(
    at => at.Kind == DateTimeKind.Utc ? at : at.ToUniversalTime(),
    at => DateTime.SpecifyKind(at, DateTimeKind.Utc));
