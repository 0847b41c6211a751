using SrmPortal.Domain.Common;

namespace SrmPortal.Domain.Wordings;

/// <summary>
/// A text that people agree to, are told or look things up in, as the administrator has changed it: the draft of the next edition, and all
/// editions that were ever published. What was never changed has no such row: the text that comes with the portal is in force.
/// </summary>
public sealed class PortalText : AggregateRoot
{
    public const int LongestKey = 80, LongestReason = 400;

    private readonly List<TextEdition> _editions = [];

    private PortalText()
    {
    }

    /// <param name="key">For ever the same: <c>terms</c>, <c>legal/tender</c>.</param>
    public PortalText(string key) => Key = key;

    public string Key { get; private set; } = "";

    /// <summary>What is being written; null: nothing.</summary>
    public TextWords? Draft { get; private set; }

    /// <summary>Who has saved it last.</summary>
    public long? DraftById { get; private set; }

    /// <summary>When, in UTC.</summary>
    public DateTime? DraftAt { get; private set; }

    public IReadOnlyList<TextEdition> Editions => _editions;

    /// <summary>Keeps what is written, finished or not; nobody else reads it yet.</summary>
    public void Keep(TextWords draft, long by, DateTime now)
    {
        if (draft != Draft)
        {
            (Draft, DraftById, DraftAt) = (draft, by, now);
            Changed(new TextDraftKept(Key));
        }
    }

    public void Discard()
    {
        RuleViolation.ThrowIf(Draft is null, TextRules.NoDraft);
        Forget();
        Changed(new TextDraftDiscarded(Key));
    }

    /// <summary>Everybody reads it from now on.</summary>
    /// <param name="words">In both languages, as they are to be read.</param>
    /// <param name="shipped">The edition that comes with the portal.</param>
    /// <param name="act">Who, why, and what follows.</param>
    /// <param name="leads">See <see cref="TextWords.WhatIsWrong"/>.</param>
    /// <param name="now">In UTC.</param>
    public TextEdition Publish(TextWords words, TextStanding shipped, Publication act, Func<TextWording, IEnumerable<TextTarget>> leads, DateTime now)
    {
        var before = InForce(shipped);
        RuleViolation.ThrowIfAny([
            .. words.WhatIsWrong(leads),
            .. act.Reason.Length == 0 ? [new BrokenRule(TextRules.NoReason, nameof(act.Reason))] : Array.Empty<BrokenRule>(),
            .. act.MustBeAccepted is null ? [new BrokenRule(TextRules.NotDecided, nameof(act.MustBeAccepted))] : Array.Empty<BrokenRule>(),
            .. words == before.Words ? [new BrokenRule(TextRules.Unchanged)] : Array.Empty<BrokenRule>(),
        ]);
        var edition = new TextEdition(Key, before, words, act, now);
        _editions.Add(edition);
        Forget();
        Changed(new TextPublished(Key, edition.Edition, act.Reason, edition.MustBeAccepted));
        return edition;
    }

    /// <summary>The newest, published or shipped.</summary>
    public TextStanding InForce(TextStanding shipped) => _editions.MaxBy(one => one.Edition) is { } last && last.Edition >= shipped.Edition ? last.Standing : shipped;

    private void Forget() => (Draft, DraftById, DraftAt) = (null, null, null);
}

/// <param name="By">Whose act it is.</param>
/// <param name="Reason">In a line, for those who look at the history.</param>
/// <param name="MustBeAccepted">Whether those who have agreed to an earlier edition are asked again; null: not decided.</param>
public sealed record Publication(long By, string Reason, bool? MustBeAccepted);

/// <param name="Edition">From 1.</param>
/// <param name="AcceptedFrom">Who has agreed to this edition or a later one needn't agree again.</param>
/// <param name="Words">What it says.</param>
public sealed record TextStanding(int Edition, int AcceptedFrom, TextWords Words);

/// <summary>A text as it was published. It stays readable for ever, since people have agreed to it.</summary>
public sealed class TextEdition : IInsertOnly
{
    private TextEdition()
    {
    }

    internal TextEdition(string key, TextStanding before, TextWords words, Publication act, DateTime now)
    {
        (Key, Edition, PublishedAt, PublishedById, Reason) = (key, before.Edition + 1, now, act.By, act.Reason);
        (RussianTitle, RussianBody, EnglishTitle, EnglishBody) = (words.Russian.Title, words.Russian.Body, words.English.Title, words.English.Body);
        AcceptedFrom = act.MustBeAccepted is true ? Edition : before.AcceptedFrom;
    }

    public long Id { get; private set; }

    public string Key { get; private set; } = "";

    public int Edition { get; private set; }

    /// <summary>Who has agreed to this edition or a later one needn't agree again.</summary>
    public int AcceptedFrom { get; private set; }

    public bool MustBeAccepted => AcceptedFrom == Edition;

    /// <summary>In UTC; from then on it is in force.</summary>
    public DateTime PublishedAt { get; private set; }

    public long PublishedById { get; private set; }

    public string Reason { get; private set; } = "";

    public string RussianTitle { get; private set; } = "";

    public string RussianBody { get; private set; } = "";

    public string EnglishTitle { get; private set; } = "";

    public string EnglishBody { get; private set; } = "";

    public TextStanding Standing => new(Edition, AcceptedFrom, new TextWords(new(RussianTitle, RussianBody), new(EnglishTitle, EnglishBody)));
}

public sealed record TextDraftKept(string Subject) : DomainEvent(Subject);

public sealed record TextDraftDiscarded(string Subject) : DomainEvent(Subject);

/// <param name="Subject">The key of the text.</param>
/// <param name="Edition">Its number.</param>
/// <param name="Reason">As the administrator gives it.</param>
/// <param name="MustBeAccepted">Whether everybody is asked again.</param>
public sealed record TextPublished(string Subject, int Edition, string Reason, bool MustBeAccepted) : DomainEvent(Subject);
