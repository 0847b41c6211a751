using SrmPortal.Domain.Common;

namespace SrmPortal.Domain.Administration;

/// <summary>What the administrator has settled otherwise than it was; one for the whole portal. What isn't in it holds as the deployment, or the portal itself, says.</summary>
public sealed class ChosenSettings : AggregateRoot
{
    private readonly List<ChosenSetting> _chosen = [];

    private ChosenSettings()
    {
    }

    public IReadOnlyList<ChosenSetting> Chosen => _chosen;

    /// <summary>Whether all of these hold already.</summary>
    /// <param name="values">By the name of the setting, as they are kept.</param>
    /// <param name="usual">What holds, by the name, where nothing is chosen.</param>
    public bool Holds(IReadOnlyDictionary<string, string> values, IReadOnlyDictionary<string, string> usual) => values.All(one => Of(one.Key, usual) == one.Value);

    /// <summary>Settles all at once, as <see cref="Setting.Read"/> has taken them. Each that becomes another is told by itself.</summary>
    /// <param name="values">By the name of the setting, as they are kept.</param>
    /// <param name="usual">What holds, by the name, where nothing is chosen.</param>
    public void Settle(IReadOnlyDictionary<string, string> values, IReadOnlyDictionary<string, string> usual)
    {
        foreach (var setting in AllSettings.InOrder.Where(setting => values.ContainsKey(setting.Name)))
        {
            var (old, young) = (Of(setting.Name, usual), values[setting.Name]);
            if (old == young)
            {
                continue;
            }

            _chosen.RemoveAll(one => one.Name == setting.Name);

            if (young != usual[setting.Name])
            {
                _chosen.Add(new ChosenSetting(setting.Name, young));
            }

            Changed(new SettingChanged(setting.Name, old, young));
        }
    }

    private string Of(string name, IReadOnlyDictionary<string, string> usual) => _chosen.SingleOrDefault(one => one.Name == name)?.Value ?? usual[name];
}

/// <summary>One setting that was chosen.</summary>
public sealed class ChosenSetting
{
    public const int LongestName = 40, LongestValue = 400;

    private ChosenSetting()
    {
    }

    internal ChosenSetting(string name, string value) => (Name, Value) = (name, value);

    public long Id { get; private set; }

    public string Name { get; private set; } = "";

    public string Value { get; private set; } = "";
}

/// <summary>A setting of the portal is another; old and new as they are kept.</summary>
/// <param name="Subject">Its name.</param>
public sealed record SettingChanged(string Subject, string Before, string After) : DomainEvent(Subject);
