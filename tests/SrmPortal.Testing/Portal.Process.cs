namespace SrmPortal.Testing;

/// <summary>The same portal as a process of its own.</summary>
public sealed partial class Portal
{
    /// <summary>Settings with which a process works on the database, the keys, the files and the mails of this portal, by the real clock.</summary>
    public Dictionary<string, string> OfProcess(string dataFolder) => new()
    {
        ["ASPNETCORE_ENVIRONMENT"] = "Development",
        ["Database__Provider"] = _provider,
        ["Database__MigrateAtStart"] = "false",
        ["ConnectionStrings__Portal"] = Connection,
        ["Sealing__DevelopmentFolder"] = Keys,
        ["Portal__DataFolder"] = dataFolder,
        ["Portal__PublicUrl"] = PublicUrl,
        ["Portal__AnonymousFormsPerMinute"] = "10000",
        ["Portal__TwoStep__Roles"] = "",
        ["Files__Root"] = FilesFolder,
        ["Mail__Folder"] = _mailFolder,
        ["Demo__Data"] = "false",
        // It is killed before better code would pay.
        ["DOTNET_TieredPGO"] = "0",
        ["DOTNET_TC_CallCounting"] = "0",
    };
}
