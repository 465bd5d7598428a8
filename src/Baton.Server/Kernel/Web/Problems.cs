using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc;
using Npgsql;

namespace Baton.Server.Kernel.Web;

/// <summary>
/// Writes every refusal as RFC 9457 <c>application/problem+json</c> with a stable <c>code</c> and a trace id.
/// </summary>
public sealed class Problems(IProblemDetailsService problems) : IExceptionHandler
{
    /// <summary>What every problem carries, wherever it was made.</summary>
    public static void Complete(ProblemDetailsContext context)
    {
        var problem = context.ProblemDetails;
        var status = problem.Status ?? context.HttpContext.Response.StatusCode;
        problem.Extensions["traceId"] = Activity.Current?.TraceId.ToString() ?? context.HttpContext.TraceIdentifier;
        if (problem.Extensions.TryAdd("code", CodeOf(status)))
        {
            problem.Title = SentenceOf(status) ?? problem.Title;
        }

        problem.Type = $"{ApiPages.Address}#{problem.Extensions["code"]}";
        problem.Detail = null;
        if (status == 400 && problem is HttpValidationProblemDetails validation)
        {
            NameAsSent(validation.Errors);
            problem.Title = validation.Errors.SelectMany(e => e.Value).FirstOrDefault() ?? "That request is not valid.";
        }
        else if (status == 500)
        {
            problem.Title = "Something went wrong on the server. Nothing you had saved is lost.";
        }
    }

    /// <summary>The problem of an answer that has a status and no words yet.</summary>
    public static ProblemDetails OfStatus(HttpContext context) =>
        context.Response.StatusCode == StatusCodes.Status400BadRequest && UnreadableIn(context) is { } parameter
            ? Describe(WrongForm(parameter))
            : new ProblemDetails { Status = context.Response.StatusCode };

    public async ValueTask<bool> TryHandleAsync(
        HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        var problem = exception switch
        {
            AppException error => Describe(error),
            BadHttpRequestException bad => Describe(bad),
            // PostgreSQL knows no text with the character NUL in it.
            PostgresException { SqlState: PostgresErrorCodes.CharacterNotInRepertoire } =>
                Describe(AppException.Invalid("request", "A text holds a character that no text can hold.")),
            _ when NoRoom.Explains(exception) => Describe(AppException.NoRoom()),
            _ => null,
        };

        if (problem is null)
        {
            return false;
        }

        httpContext.Response.StatusCode = problem.Status!.Value;
        if (exception is AppException { RetryAfter: { } seconds })
        {
            httpContext.Response.Headers.RetryAfter = seconds.ToString(
                System.Globalization.CultureInfo.InvariantCulture);
        }

        await problems.WriteAsync(new ProblemDetailsContext { HttpContext = httpContext, ProblemDetails = problem });
        return true;
    }

    // The framework's validation names properties as the code does; callers know the fields of their JSON.
    private static void NameAsSent(IDictionary<string, string[]> errors)
    {
        foreach (var (name, sentences) in errors.ToList())
        {
            var sent = string.Join('.', name.Split('.').Select(JsonNamingPolicy.CamelCase.ConvertName));
            errors.Remove(name);
            errors[sent] = [.. sentences.Select(sentence => Rules.InOurWords(sentence, sent))];
        }
    }

    private static ProblemDetails Describe(AppException error)
    {
        var problem = error.Field is { } field
            ? new HttpValidationProblemDetails(
                new Dictionary<string, string[]>(StringComparer.Ordinal) { [field] = [error.Message] })
            : new ProblemDetails();
        problem.Status = error.Status;
        problem.Title = error.Message;
        problem.Extensions["code"] = error.Code;
        if (error.Right is { } right)
        {
            problem.Extensions["right"] = right;
        }

        if (error.Present is { } present)
        {
            problem.Extensions["present"] = present;
        }

        return problem;
    }

    /// <summary>Bodies and route values that could not be read: the framework throws, we name the field.</summary>
    private static ProblemDetails Describe(BadHttpRequestException bad)
    {
        if (bad.StatusCode == 413)
        {
            return Describe(AppException.TooLarge("That is larger than this server accepts."));
        }

        if (bad.StatusCode == 415)
        {
            return new ProblemDetails { Status = 415 };
        }

        return bad.InnerException is JsonException json
            ? Describe(AppException.Invalid(FieldOf(json), SentenceFor(json)))
            : Describe(ParameterOf(bad) is not { } parameter ? AppException.Invalid("request", "That request could not be read.")
                : IsOfBody(bad) ? AppException.Invalid("body", "This address expects a body: an object of JSON.")
                : WrongForm(parameter));
    }

    private static AppException WrongForm(string parameter) =>
        AppException.Invalid(parameter,
            $"The value of {JsonNamingPolicy.CamelCase.ConvertName(parameter)} is missing or has the wrong form.");

    // The code generated for endpoints refuses an optional parameter that it cannot read without saying which one.
    private static string? UnreadableIn(HttpContext context) => context.GetEndpoint()?.Metadata
        .OfType<IParameterBindingMetadata>()
        .FirstOrDefault(parameter => parameter.HasTryParse
            && context.Request.Query[parameter.Name] is [{ Length: > 0 } value, ..]
            && !TypeDescriptor.GetConverter(parameter.ParameterInfo.ParameterType).IsValid(value))?.Name;

    // The framework names a part of the address only in its messages: Failed to bind parameter "Guid id" from "x".
    // Required parameter "string name" was not provided from query string.
    private static string? ParameterOf(BadHttpRequestException bad) =>
        bad.Message.Split('"') is [{ } before, { } declared, ..]
            && before.EndsWith("parameter ", StringComparison.Ordinal)
            ? declared.Split(' ')[^1]
            : null;

    // What the code calls a body is nothing that its sender has named: … was not provided from body.
    private static bool IsOfBody(BadHttpRequestException bad) => bad.Message.EndsWith("body.", StringComparison.Ordinal)
        || bad.Message.Contains("no body was provided", StringComparison.Ordinal);

    private static string FieldOf(JsonException json)
    {
        var path = json.Path is { Length: > 2 } p ? p.TrimStart('$').TrimStart('.') : "";
        return path.Length > 0 ? path : UnmappedName(json) ?? MissingName(json) ?? "body";
    }

    private static string SentenceFor(JsonException json) =>
        UnmappedName(json) is { } name ? $"There is no field named {name} here."
        : MissingName(json) is { } missing ? $"The field {missing} is missing."
        : json.Path is { Length: > 2 } ? $"The value of {FieldOf(json)} has the wrong type or form."
        : "The body is not the JSON this address expects.";

    // System.Text.Json names these properties only in its messages: "The JSON property 'x' could not be mapped …" and
    // "… was missing required properties including: 'x', 'y'."
    private static string? UnmappedName(JsonException json) => Quoted(json, "The JSON property '");

    private static string? MissingName(JsonException json) => Quoted(json, "missing required properties including: '");

    private static string? Quoted(JsonException json, string before)
    {
        var start = json.Message.IndexOf(before, StringComparison.Ordinal);
        if (start < 0)
        {
            return null;
        }

        start += before.Length;
        var end = json.Message.IndexOf('\'', start);
        return end < 0 ? null : json.Message[start..end];
    }

    // For what the framework refuses by itself.
    private static string? SentenceOf(int status) => status switch
    {
        401 => "You need to sign in first.",
        403 => "You may not do that.",
        404 => "There is no such address.",
        405 => "That cannot be done at this address.",
        413 => "That is larger than this server accepts.",
        415 => "Send JSON: Content-Type: application/json.",
        _ => null,
    };

    private static string CodeOf(int status) => status switch
    {
        400 => "invalid",
        401 => "sign-in-needed",
        403 => "forbidden",
        404 => "address-not-found",
        405 => "method-not-allowed",
        413 => "too-large",
        415 => "not-json",
        429 => "too-many-requests",
        _ => "unexpected",
    };
}
