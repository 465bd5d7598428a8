using Microsoft.EntityFrameworkCore;

namespace Baton.Server.Tests.Support;

internal static class Mailing
{
    /// <summary>As if they had followed the link in a mail to them.</summary>
    public static Task ConfirmAddress(this TestApp app, Cast who) => app.InDb(async db =>
    {
        var person = await db.People.SingleAsync(p => p.Id == who.Id);
        person.ReachAt(person.Email!, person.NormalizedEmail!);
        return await db.SaveChangesAsync();
    });
}
