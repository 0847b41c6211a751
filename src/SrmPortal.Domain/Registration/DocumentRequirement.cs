using SrmPortal.Domain.Common;

namespace SrmPortal.Domain.Registration;

/// <summary>What one company is asked for: a kind of document, and whether it must be there.</summary>
public sealed class DocumentRequirement
{
    /// <summary>Asked as soon as somebody signs by one.</summary>
    public const string PowerOfAttorney = "power-of-attorney";

    public long Id { get; init; }

    /// <summary>The document's code: <c>charter</c>.</summary>
    public string Kind { get; init; } = "";

    public string Name { get; init; } = "";

    public string NameEn { get; init; } = "";

    /// <summary>What it must be like; may be empty.</summary>
    public string Hint { get; init; } = "";

    public string HintEn { get; init; } = "";

    public bool IsMandatory { get; init; }

    /// <summary>Whether it has a number that may be entered.</summary>
    public bool HasNumber { get; init; } = true;

    /// <summary>Whether it ends, so that its last day is asked.</summary>
    public bool HasValidity { get; init; }

    /// <summary>Whether the portal offers it as a blank form, filled with what was entered, to print and sign.</summary>
    public bool HasBlank => Blank.Length > 0 && BlankEn.Length > 0;

    /// <summary>The text of the blank form in Russian, with placeholders.</summary>
    public string Blank { get; init; } = "";

    public string BlankEn { get; init; } = "";

    /// <summary>Its name in the reader's language.</summary>
    public string Title => ReadersLanguage.IsRussian ? Name : NameEn;

    /// <summary>Its hint in the reader's language.</summary>
    public string Advice => ReadersLanguage.IsRussian ? Hint : HintEn;

    public string BlankText => ReadersLanguage.IsRussian ? Blank : BlankEn;
}
