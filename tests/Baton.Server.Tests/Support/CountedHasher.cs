using Baton.Server.Features.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Baton.Server.Tests.Support;

/// <summary>Counts the only slow thing about a sign-in: how often a password is hashed.</summary>
internal sealed class CountedHasher()
    : PasswordHasher<Person>(Options.Create(new PasswordHasherOptions { IterationCount = 1 }))
{
    private int _count;

    public async Task<int> During(Func<Task> work)
    {
        var before = _count;
        await work();
        return _count - before;
    }

    public override string HashPassword(Person user, string password)
    {
        Interlocked.Increment(ref _count);
        return base.HashPassword(user, password);
    }

    public override PasswordVerificationResult VerifyHashedPassword(
        Person user, string hashedPassword, string providedPassword)
    {
        Interlocked.Increment(ref _count);
        return base.VerifyHashedPassword(user, hashedPassword, providedPassword);
    }
}
