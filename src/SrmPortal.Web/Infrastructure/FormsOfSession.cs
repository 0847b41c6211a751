using System.Buffers.Text;
using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Primitives;
using SrmPortal.Data;

namespace SrmPortal.Web.Infrastructure;

/// <summary>
/// What was typed is not lost when a session ends under a form. Each form says, sealed, for whom it was shown; sent without a session, or
/// from a former one, it is not taken, but comes back filled to the same person for the same company, who looks at it and sends it again.
/// Until then the sender's browser alone keeps it, sealed; an offer is kept by its vault, where that can be (<see cref="IKeepsAfterSession"/>).
/// </summary>
public sealed class FormsOfSession(IDataProtectionProvider protection)
{
    public const string Mark = "__For", Kept = "__Kept";

    private readonly IDataProtector _marks = protection.CreateProtector("SrmPortal.Form.For/1"), _kept = protection.CreateProtector("SrmPortal.Form.Kept/1");

    /// <summary>For whom a form is shown; null for a visitor, whose form has nobody to come back to.</summary>
    public string? MarkOf(Scope scope) => FormOwner.Of(scope) is { IsSomebody: true } owner ? _marks.Protect(owner.ToString()) : null;

    /// <summary>What a person without a session has sent, for the browser to keep while the person signs in. Null where it cannot come back.</summary>
    public string? Keep(HttpContext http)
    {
        if (Sent(http) is not { } form || OwnerOf(form) is not { Person: not null } owner || !ShowAgainAttribute.IsOn(http.GetEndpoint()))
        {
            return null;
        }

        var request = http.Request;
        var kept = new KeptForm(request.PathBase + request.Path + request.QueryString, owner, Typed(form).ToDictionary(field => field.Key, field => field.Value.ToArray()));
        using var packed = new MemoryStream();
        using (var packing = new BrotliStream(packed, CompressionLevel.Fastest))
        {
            JsonSerializer.Serialize(packing, kept);
        }

        return Base64Url.EncodeToString(_kept.Protect(packed.ToArray()));
    }

    /// <summary>What the browser kept, if this form brings any.</summary>
    public KeptForm? Brought(HttpContext http)
    {
        if (Sent(http)?[Kept].ToString() is not { Length: > 0 } text)
        {
            return null;
        }

        try
        {
            using var unpacking = new BrotliStream(new MemoryStream(_kept.Unprotect(Base64Url.DecodeFromChars(text))), CompressionMode.Decompress);
            return JsonSerializer.Deserialize<KeptForm>(unpacking);
        }
        catch (Exception broken) when (broken is CryptographicException or FormatException)
        {
            return null;
        }
    }

    /// <summary>The fields of a form that was shown to this very reader in a former session, or kept for the reader; null for anybody else's.</summary>
    public IReadOnlyDictionary<string, StringValues>? OfReader(HttpContext http, Scope reader)
    {
        var (now, request) = (FormOwner.Of(reader), http.Request);
        if (Brought(http) is { } kept)
        {
            return kept.Owner == now && kept.Address == request.PathBase + request.Path + request.QueryString
                ? kept.Fields.ToDictionary(field => field.Key, field => new StringValues(field.Value)) : null;
        }

        return Sent(http) is { } form && now.IsSomebody && OwnerOf(form) == now ? Typed(form).ToDictionary() : null;
    }

    /// <summary>For whom the form was shown that this request has sent; null where it doesn't say, or nobody believes it.</summary>
    public FormOwner? OwnerOf(HttpContext http) => Sent(http) is { } form ? OwnerOf(form) : null;

    private FormOwner? OwnerOf(IFormCollection form) => OwnerOf(form[Mark].ToString());

    public FormOwner? OwnerOf(string? mark)
    {
        try
        {
            return mark is { Length: > 0 } ? FormOwner.Read(_marks.Unprotect(mark)) : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>Only what has been read already: nobody waits here for the rest of a form with files.</summary>
    private static IFormCollection? Sent(HttpContext http) => HttpMethods.IsPost(http.Request.Method) ? http.Features.Get<IFormFeature>()?.Form : null;

    /// <summary>A password is typed anew; our own hidden fields are made anew.</summary>
    private static IEnumerable<KeyValuePair<string, StringValues>> Typed(IFormCollection form) => form.Where(field =>
        !field.Key.StartsWith("__", StringComparison.Ordinal) && !field.Key.Contains("password", StringComparison.OrdinalIgnoreCase));
}

/// <summary>The person, the company worked for, or the registration of an applicant.</summary>
public readonly record struct FormOwner(long? Person, long? Supplier, long? Registration)
{
    public bool IsSomebody => Person is not null || Registration is not null;

    public static FormOwner Of(Scope scope) => new(scope.PersonId, scope.SupplierId, scope.RegistrationId);

    public static FormOwner Read(string text) => text.Split('/') is [var person, var supplier, var registration]
        ? new(Number(person), Number(supplier), Number(registration)) : default;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Person}/{Supplier}/{Registration}");

    private static long? Number(string text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}

/// <summary>A form that waits in the browser.</summary>
/// <param name="Address">Where it was sent.</param>
/// <param name="Owner">For whom it was shown.</param>
/// <param name="Fields">What was typed.</param>
public sealed record KeptForm(string Address, FormOwner Owner, Dictionary<string, string?[]> Fields);
