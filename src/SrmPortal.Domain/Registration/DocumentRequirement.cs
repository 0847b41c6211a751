using System.Globalization;

namespace SrmPortal.Domain.Registration;

/// <summary>
/// One line of the matrix that says which documents are asked: of which country, of which legal form, and whether they must be there.
/// The administrator keeps it.
/// </summary>
public sealed class DocumentRequirement
{
    /// <summary>Stands for any country, and for any legal form.</summary>
    public const string Any = "*";

    /// <summary>Asked as soon as somebody signs by one.</summary>
    public const string PowerOfAttorney = "power-of-attorney";

    public int Id { get; init; }

    /// <summary>ISO 3166-1 alpha-2, <see cref="Any"/>, or with a leading <c>!</c> any but this.</summary>
    public string Country { get; init; } = Any;

    /// <summary>Codes of legal forms, split by spaces, or <see cref="Any"/>.</summary>
    public string LegalForms { get; init; } = Any;

    /// <summary>The document's code: <c>charter</c>.</summary>
    public string Kind { get; init; } = "";

    public string Name { get; init; } = "";

    public string NameEn { get; init; } = "";

    /// <summary>What it must be like; may be empty.</summary>
    public string Hint { get; init; } = "";

    public string HintEn { get; init; } = "";

    public bool IsMandatory { get; init; }

    /// <summary>Whether it ends, so that its last day is asked.</summary>
    public bool HasValidity { get; init; }

    /// <summary>Whether the portal offers it as a blank form, filled with what was entered, to print and sign.</summary>
    public bool HasBlank { get; init; }

    public int Order { get; init; }

    /// <summary>Its name in the reader's language.</summary>
    public string Title => IsRussian ? Name : NameEn;

    /// <summary>Its hint in the reader's language.</summary>
    public string Advice => IsRussian ? Hint : HintEn;

    private static bool IsRussian => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "ru";

    public bool IsFor(string country, string legalForm) =>
        (Country == Any || Country == country || (Country.StartsWith('!') && Country[1..] != country))
        && (LegalForms == Any || LegalForms.Split(' ').Contains(legalForm));
}
