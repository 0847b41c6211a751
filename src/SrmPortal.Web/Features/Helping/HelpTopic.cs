namespace SrmPortal.Web.Features.Helping;

/// <summary>For whom an article is written, in the order of the tabs of the help.</summary>
public enum HelpReader { Supplier, MasterUser, Applicant, Buyer, Approver, Desk, Support, Auditor, Administrator }

/// <summary>What an article is about, in the order of the list.</summary>
public enum HelpGroup { Work, Registration, Access, Company, Events, Offer, Afterwards }

/// <summary>An article of the help: where it stands in the list. What it says is a text of the portal, <c>help/{key}</c>.</summary>
/// <param name="Key">In its address, for ever the same: <c>saved-or-submitted</c>.</param>
/// <param name="Group">Under which heading it is listed.</param>
/// <param name="For">Who is shown it first.</param>
public sealed record HelpTopic(string Key, HelpGroup Group, params IReadOnlyList<HelpReader> For)
{
    /// <summary>Addresses of the pages that it explains; a star stands for one part: <c>/events/*/*/offer</c>.</summary>
    public IReadOnlyList<string> Pages { get; init; } = [];

    /// <summary>Other topics that go on from here.</summary>
    public IReadOnlyList<string> Related { get; init; } = [];

    /// <summary>What else people call it, in both languages; only searched.</summary>
    public string AlsoCalled { get; init; } = "";

    public string TextKey => $"help/{Key}";

    public string Address => $"/help/{Key}";

    /// <summary>Whether nobody but the group's own people works with it.</summary>
    public bool IsForStaff => For.All(reader => reader >= HelpReader.Buyer);
}

/// <summary>Where the answer to one of the 37 questions of the former portal's help stands.</summary>
/// <param name="No">From 1.</param>
/// <param name="Topic">The article.</param>
/// <param name="Part">The section of it.</param>
public sealed record HelpAnswer(int No, string Topic, string Part);
