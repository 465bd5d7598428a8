using Baton.Server.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;

namespace Baton.Server.Features.Accounts;

/// <summary>Identity's store, except that it leaves saving to the use case: one save per command.</summary>
internal sealed class PersonStore : UserOnlyStore<Person, BatonDb, Guid>
{
    public PersonStore(BatonDb db, IdentityErrorDescriber describer)
        : base(db, describer) => AutoSaveChanges = false;
}
