using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SrmPortal.Data;
using SrmPortal.Domain.Common;
using SrmPortal.Domain.Wordings;
using SrmPortal.Web.Infrastructure.Errors;

namespace SrmPortal.Web.Infrastructure.Wordings;

/// <summary>A text as it is read, in one language.</summary>
/// <param name="Key">Of the text.</param>
/// <param name="Edition">From 1.</param>
/// <param name="Since">Published when, in UTC.</param>
/// <param name="Language">In which it is read.</param>
/// <param name="Words">With what the settings fill in.</param>
public sealed record TextInForce(string Key, int Edition, DateTime Since, string Language, TextWording Words)
{
    public string Title => Words.Title;

    public string Body => Words.Body;

    public string Hash => Words.Hash;
}

/// <summary>
/// The texts that are read now: what the administrator has published, else what comes with the portal. Kept in memory for a little while:
/// a new edition is there at once on its own instance, soon on the others.
/// </summary>
public sealed class TextsInForce(IServiceScopeFactory scopes, IEnumerable<IShipsTexts> shipping, IOptions<PortalSettings> settings, TimeProvider clock)
{
    private static readonly TimeSpan Lasts = TimeSpan.FromSeconds(30);

    private readonly ILookup<string, ShippedText> _shipped = shipping.SelectMany(group => group.Texts).ToLookup(text => text.Key, StringComparer.Ordinal);

    // One reference: whoever reads it while it is exchanged gets the old or the new, never half of each.
    private volatile Newest? _kept;

    public IReadOnlyList<IShipsTexts> Groups { get; } = [.. shipping.OrderBy(group => group.Order)];

    /// <summary>The newest edition that comes with the portal; null: there is no such text.</summary>
    public ShippedText? Shipped(string key) => _shipped[key].MaxBy(text => text.Edition);

    /// <summary>The one in force, in the reader's language; null: there is no such text.</summary>
    public TextInForce? Of(string key) => Shipped(key) is not { } shipped ? null
        : Published(key) is { } one && one.Standing.Edition >= shipped.Edition ? Read(key, one.Standing, one.Since) : Read(key, shipped.Standing, shipped.Since);

    /// <summary>That edition, in the reader's language, however old; null: there is none.</summary>
    public async Task<TextInForce?> At(string key, int edition)
    {
        if (Of(key) is not { } now || now.Edition == edition)
        {
            return Of(key);
        }

        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<PortalDbContext>().TextEditions.AsNoTracking().SingleOrDefaultAsync(e => e.Key == key && e.Edition == edition) is { } old
            ? Read(key, old.Standing, old.PublishedAt)
            : _shipped[key].SingleOrDefault(text => text.Edition == edition) is { } shipped ? Read(key, shipped.Standing, shipped.Since) : null;
    }

    /// <summary>Who has agreed to this edition or a later one needn't agree again.</summary>
    public int AcceptedFrom(string key) => Shipped(key) is not { } shipped ? 0
        : Published(key) is { } one && one.Standing.Edition >= shipped.Edition ? one.Standing.AcceptedFrom : shipped.Edition;

    /// <summary>Words as they are read: with what the settings say of the portal and what their group fills in, each in its own language.</summary>
    public TextWords Filled(ShippedText shipped, TextWords words)
    {
        var group = GroupOf(shipped);
        return new(Filled(group, words, Language.Russian), Filled(group, words, Language.English));
    }

    /// <summary>What the portal is asked to fill in and can't: readers would see the bare marks.</summary>
    public IEnumerable<BrokenRule> NotFilled(ShippedText shipped, TextWords words)
    {
        var group = GroupOf(shipped);
        return [.. Unknown(group, words, Language.Russian, nameof(words.Russian)), .. Unknown(group, words, Language.English, nameof(words.English))];
    }

    private IShipsTexts GroupOf(ShippedText shipped) => Groups.Single(one => one.Texts.Contains(shipped));

    private static IEnumerable<BrokenRule> Unknown(IShipsTexts group, TextWords words, string language, string field) =>
        Speaking.In(language, () => group.NotFilled(words.In(language)).Distinct().ToList()).Select(mark => new BrokenRule(TextRules.Mark, field + nameof(TextWording.Body), mark));

    private TextWording Filled(IShipsTexts group, TextWords words, string language) =>
        Speaking.In(language, () => new TextWording(group.Filled(Fill(words.In(language).Title)), group.Filled(Fill(words.In(language).Body))));

    /// <summary>Asks the database, if that is due.</summary>
    public async Task Refresh()
    {
        var now = clock.GetUtcNow();
        if (_kept is { } kept && now < kept.Until)
        {
            return;
        }

        await using var scope = scopes.CreateAsyncScope();
        _kept = new(await NewestOf(scope.ServiceProvider.GetRequiredService<PortalDbContext>()).ToListAsync(), now + Lasts);
    }

    public void Forget() => _kept = null;

    private static IQueryable<TextEdition> NewestOf(PortalDbContext db) =>
        db.TextEditions.AsNoTracking().Where(e => !db.TextEditions.Any(later => later.Key == e.Key && later.Edition > e.Edition));

    private (TextStanding Standing, DateTime Since)? Published(string key)
    {
        if (_kept is not { } kept)
        {
            // Outside of requests and rounds, where nobody has asked before.
            using var scope = scopes.CreateScope();
            _kept = kept = new([.. NewestOf(scope.ServiceProvider.GetRequiredService<PortalDbContext>())], clock.GetUtcNow() + Lasts);
        }

        return kept.Published.TryGetValue(key, out var found) ? found : null;
    }

    private TextInForce Read(string key, TextStanding standing, DateTime since)
    {
        var language = Language.IsRussian ? Language.Russian : Language.English;
        return new TextInForce(key, standing.Edition, since, language, Filled(GroupOf(Shipped(key)!), standing.Words, language));
    }

    private string Fill(string text) => text
        .Replace("{operator}", settings.Value.GroupName, StringComparison.Ordinal)
        .Replace("{portal}", settings.Value.Title, StringComparison.Ordinal)
        .Replace("{email}", settings.Value.Support.Email, StringComparison.Ordinal)
        .Replace("{phone}", settings.Value.Support.ShownPhone, StringComparison.Ordinal);

    /// <summary>What the administrator has published last of each text, as it was read.</summary>
    private sealed class Newest(IReadOnlyList<TextEdition> editions, DateTimeOffset until)
    {
        public IReadOnlyDictionary<string, (TextStanding Standing, DateTime Since)> Published { get; } = editions.ToDictionary(e => e.Key, e => (e.Standing, e.PublishedAt), StringComparer.Ordinal);

        public DateTimeOffset Until { get; } = until;
    }
}

/// <summary>Lets the request read the texts that are in force.</summary>
internal sealed class UseTextsInForce(RequestDelegate next, TextsInForce inForce)
{
    public async Task InvokeAsync(HttpContext http)
    {
        if (!http.IsBroken() && http.GetEndpoint()?.Metadata.GetMetadata<ControllerActionDescriptor>() is not null)
        {
            await inForce.Refresh();
        }

        await next(http);
    }
}
