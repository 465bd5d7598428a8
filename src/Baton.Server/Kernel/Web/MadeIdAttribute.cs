using System.ComponentModel.DataAnnotations;

namespace Baton.Server.Kernel.Web;

/// <summary>An id that the caller makes; one of zeros is what a program sends that forgot to.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class MadeIdAttribute() : ValidationAttribute("The id must be a UUID that you make.")
{
    public override bool IsValid(object? value) => value is not Guid id || id != Guid.Empty;
}
